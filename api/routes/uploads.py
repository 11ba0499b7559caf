"""Resumable uploads after tus 1.0: large files over poor lines, piece by piece."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Depends, Request
from tuspyserver import create_tus_router

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


def _typed(request: Request) -> None:
    """Adds the file's type to the metadata where a client sends none.

    tuspyserver can't resume an upload without it, though tus doesn't ask for it; what a file is,
    is told by its content anyway.
    """
    # Starlette reads the headers from this very list.
    assert request.headers is not None
    headers = request.scope["headers"]
    for place, (name, value) in enumerate(headers):
        if name == b"upload-metadata" and value and b"filetype" not in value:
            headers[place] = (name, value + b",filetype " + b64encode(b"application/octet-stream"))


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
        dependencies=[Depends(_own_folder), Depends(_typed)],
        include_in_schema=False,
    )
    return router
