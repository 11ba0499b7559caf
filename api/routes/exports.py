"""What is handed on: the report in several forms, drafts of letters, the annotated original."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(prefix="/v1", tags=["导出"])
