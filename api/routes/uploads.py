"""Resumable uploads after tus 1.0: large files over poor lines, piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from tuspyserver import create_tus_router

from api.errors import NotFound
from api.routes.dependencies import Running, Uploader
from api.settings import Settings

PREFIX = "/v1/uploads"
_DAYS_KEPT = 3
_MB = 1 << 20


def _own_folder(service: Running, account: Uploader) -> Callable[[dict[Any, Any]], Any]:
    """Every account uploads into a folder of its own, so nobody reaches another's pieces."""
    folder = service.settings.data / "uploads" / account.id

    def place(_: dict[Any, Any]) -> dict[str, str]:
        return {"files_dir": str(folder)}

    return place


def _well_formed(uuid: Annotated[str | None, Path()] = None) -> None:
    """Raises NotFound for what can't be the id of an upload."""
    if uuid is not None and not (len(uuid) == 32 and uuid.isalnum() and uuid.isascii()):
        raise NotFound("找不到这个上传，可能已过期，请重新上传")


def uploads_router(settings: Settings) -> APIRouter:
    """The tus routes with the settings' limits; who may upload is checked before any byte."""
    router = APIRouter(tags=["续传"])
    router.include_router(
        create_tus_router(
            prefix=PREFIX,
            files_dir=str(settings.data / "uploads"),
            max_size=settings.max_upload_mb * _MB,
            days_to_keep=_DAYS_KEPT,
            file_dep=_own_folder,
            tags=["续传"],
        ),
        dependencies=[Depends(_own_folder)],
        include_in_schema=False,
    )
    return router
