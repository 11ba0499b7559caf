"""The committed sample submission: its files, for the one click on an empty installation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import FileResponse

import samples
from api.errors import NotFound
from api.pages.visiting import PageRoute, Visit, visit_with

router = APIRouter(route_class=PageRoute, include_in_schema=False)
_FOLDER = Path(samples.__file__).parent / "golden" / "conflicts"


def sample_files() -> Mapping[str, Path]:
    """The sample's files by name; empty where the installation has none."""
    if not _FOLDER.is_dir():
        return {}
    return {path.name: path for path in sorted(_FOLDER.iterdir()) if path.is_file()}


@router.get("/sample/{name}")
def sample_file(name: str, visitor: Annotated[Visit, Depends(visit_with("upload"))]) -> Response:
    """One of its files; raises NotFound."""
    found = sample_files().get(name)
    if found is None:
        raise NotFound("没有这个样例文件")
    return FileResponse(found)
