"""What clients see of the store's rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from pydantic import ConfigDict, Field

from api.store.states import JobKind, JobState, ProcessingState, ReviewState
from api.store.tables import Job, Submission
from models.finding import Outcome, Verdict
from models.frozen import Frozen


class Progress(Frozen):
    """Pages read of pages in all; ``total`` is null before the files were opened."""

    done: int = Field(examples=[7])
    total: int | None = Field(examples=[19])


class ProblemView(Frozen):
    """Why a submission could not be processed."""

    model_config = ConfigDict(populate_by_name=True)

    class_: str = Field(alias="class", examples=["DAMAGED"])
    message: str = Field(examples=["申报书.pdf：文件已损坏，请重新导出后提交"])


class FileView(Frozen):
    """A file of a submission; ``index`` is its number in the report."""

    index: int
    name: str = Field(examples=["申报材料.pdf"])
    media_type: str = Field(examples=["application/pdf"])
    size: int
    pages: int | None
    sha256: str


class OpenBySeverity(Frozen):
    """How many findings are open, by severity."""

    A: int = 0
    B: int = 0
    C: int = 0
    D: int = 0


class SubmissionView(Frozen):
    """A submission and where it stands."""

    id: str = Field(examples=["0123456789abcdef"])
    version: int
    """The ETag's number; send it as If-Match with decisions."""
    name: str
    applicant: str | None
    credit_code: str | None
    model_name: str | None
    programme: str
    city: str | None
    submitted_on: date | None
    batch: str | None
    processing: ProcessingState
    progress: Progress | None
    job: str | None
    problem: ProblemView | None
    review: ReviewState
    claimed_by: str | None
    """The account's id."""
    claimed_by_name: str | None
    awaiting_second: bool
    """Confirmed by one person; the second is still to confirm."""
    verdict: Verdict | None
    outcomes: dict[Outcome, int]
    open: OpenBySeverity
    pages: int | None
    supersedes: str | None
    created_at: datetime
    updated_at: datetime
    files: list[FileView] | None = None
    """Only where one submission is asked for."""


class JobView(Frozen):
    """Work on a submission."""

    id: str = Field(examples=["00112233445566aa"])
    submission: str
    kind: JobKind
    state: JobState
    progress: Progress
    attempts: int
    problem: ProblemView | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


def submission_view(row: Submission, job: Job | None, with_files: bool = False) -> SubmissionView:
    """The row as clients see it; ``job`` is its newest."""
    return SubmissionView(
        id=row.id,
        version=row.version,
        name=row.name,
        applicant=row.applicant,
        credit_code=row.credit_code,
        model_name=row.model_name,
        programme=row.programme,
        city=row.city,
        submitted_on=row.submitted_on,
        batch=row.batch_id,
        processing=row.processing,
        progress=None if job is None else Progress(done=job.done_pages, total=job.total_pages),
        job=None if job is None else job.id,
        problem=_problem(row.problem_class, row.problem),
        review=row.review,
        claimed_by=row.claimed_by,
        claimed_by_name=row.claimed.display_name if row.claimed is not None else None,
        awaiting_second=row.review == "in_review" and row.confirmed_by is not None,
        verdict=row.verdict,
        outcomes=_outcomes(row.outcomes or {}),
        open=OpenBySeverity(A=row.open_a, B=row.open_b, C=row.open_c, D=row.open_d),
        pages=row.pages,
        supersedes=row.supersedes_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
        files=file_views(row) if with_files else None,
    )


def file_views(row: Submission) -> list[FileView]:
    """The submission's files in the report's order."""
    return [
        FileView(
            index=index,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            pages=file.pages,
            sha256=file.sha256,
        )
        for index, file in enumerate(row.files)
    ]


def job_view(job: Job) -> JobView:
    """The row as clients see it."""
    return JobView(
        id=job.id,
        submission=job.submission_id,
        kind=job.kind,
        state=job.state,
        progress=Progress(done=job.done_pages, total=job.total_pages),
        attempts=job.attempts,
        problem=_problem(job.problem_class, job.problem),
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )


def _problem(class_: str | None, message: str | None) -> ProblemView | None:
    return None if class_ is None else ProblemView(class_=class_, message=message or "")


def _outcomes(counted: Mapping[str, int]) -> dict[Outcome, int]:
    known: Sequence[Outcome] = (
        *("passed", "failed", "doubtful", "not_comparable"),
        *("missing", "unreadable", "not_applicable"),
    )
    return {outcome: counted[outcome] for outcome in known if outcome in counted}
