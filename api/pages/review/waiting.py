"""What a submission's page shows before there is a result: how far reading is, or why it failed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.pages.frame import Frame
from api.pages.rendering import PageContext
from api.store import listing
from api.store.states import ProcessingState
from api.store.tables import Submission


@dataclass(frozen=True)
class WaitingContext(PageContext):
    """What the waiting page is given."""

    id: str
    name: str
    processing_state: ProcessingState
    problem: str | None
    job: str | None
    done_pages: int
    total_pages: int | None
    files: tuple[str, ...]


def waiting_context(session: Session, submission: Submission, frame: Frame) -> WaitingContext:
    """How far the newest job is; ``submission.files`` must be loaded."""
    job = listing.progress_of(session, [submission.id]).get(submission.id)
    return WaitingContext(
        frame=frame,
        id=submission.id,
        name=submission.name,
        processing_state=submission.processing,
        problem=submission.problem,
        job=job.id if job else None,
        done_pages=job.done_pages if job else 0,
        total_pages=job.total_pages if job else None,
        files=tuple(file.name for file in submission.files),
    )
