"""The batches: what was uploaded together and how far each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Response

from api.pages.people import names_of
from api.pages.rendering import PageContext, page
from api.pages.visiting import PageRoute, Seeing
from api.pages.wording import moment
from api.store import batches
from api.store.states import ProcessingState

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class BatchRow:
    """One batch."""

    id: str
    name: str
    created: str
    by: str
    counts: Mapping[ProcessingState, int]

    @property
    def total(self) -> int:
        """How many submissions it has."""
        return sum(self.counts.values())

    @property
    def finished(self) -> int:
        """How many of them need no more reading."""
        return self.counts.get("done", 0) + self.counts.get("failed", 0)


@dataclass(frozen=True)
class BatchesContext(PageContext):
    """What the batches' template is given."""

    rows: tuple[BatchRow, ...]


@router.get("/batches")
def batches_page(visitor: Seeing) -> Response:
    """The newest batches."""
    with visitor.database.snapshot() as session:
        found = batches.newest(session)
        names = names_of(session, (each.created_by for each in found))
        rows = tuple(
            BatchRow(
                id=each.id,
                name=each.name,
                created=moment(each.created_at),
                by=names[each.created_by],
                counts=batches.progress(session, each.id),
            )
            for each in found
        )
    return page("batches.html.j2", BatchesContext(visitor.frame("批次", "/batches"), rows))
