"""Batches: submissions that were uploaded together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field
from sqlalchemy.orm import Session

from api.routes.dependencies import Running, Uploader, Viewer
from api.routes.problems import problems
from api.store import batches
from api.store.states import ProcessingState
from api.store.tables import Batch
from models.frozen import Frozen

router = APIRouter(prefix="/v1/batches", tags=["批次"])


class BatchAsked(Frozen):
    """A new batch."""

    name: str = Field(min_length=1, max_length=200, examples=["2026年第一批"])


class BatchView(Frozen):
    """A batch and how far it is."""

    id: str
    name: str
    created_at: datetime
    processing: dict[ProcessingState, int]


class BatchList(Frozen):
    """The newest batches."""

    items: list[BatchView]


@router.post(
    "",
    operation_id="createBatch",
    summary="新建批次",
    status_code=201,
    response_model=BatchView,
    responses=problems(401, 403, 422),
)
def create_batch(body: BatchAsked, service: Running, account: Uploader) -> BatchView:
    """Uploads name the batch they belong to."""
    with service.database.transaction() as session:
        row = batches.add(session, body.name, created_by=account.id, at=datetime.now(UTC))
        return _view(session, row)


@router.get(
    "",
    operation_id="listBatches",
    summary="批次",
    response_model=BatchList,
    responses=problems(401, 403, 422),
)
def list_batches(
    service: Running, account: Viewer, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> BatchList:
    """The newest first."""
    with service.database.snapshot() as session:
        return BatchList(items=[_view(session, row) for row in batches.newest(session, limit)])


@router.get(
    "/{batch_id}",
    operation_id="getBatch",
    summary="一个批次",
    response_model=BatchView,
    responses=problems(401, 403, 404, 422),
)
def get_batch(
    batch_id: Annotated[str, Path(pattern="^[0-9a-f]{16}$")], service: Running, account: Viewer
) -> BatchView:
    """How many of its submissions are in which state."""
    with service.database.snapshot() as session:
        return _view(session, batches.get(session, batch_id))


def _view(session: Session, row: Batch) -> BatchView:
    return BatchView(
        id=row.id,
        name=row.name,
        created_at=row.created_at,
        processing=batches.progress(session, row.id),
    )
