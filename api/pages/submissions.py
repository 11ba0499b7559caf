"""The list of submissions: filtered, searched, sorted, with what is being read now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, cast, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict
from sqlalchemy.orm import Session

from api.pages.rendering import PageContext, page
from api.pages.sample import sample_files
from api.pages.visiting import PageRoute, Seeing, Visit
from api.pages.wording import moment
from api.store import batches, listing
from api.store.states import PROCESSING_NAMES, REVIEW_NAMES, ProcessingState, ReviewState
from api.store.tables import Job, Submission
from models.finding import Severity, Verdict

router = APIRouter(route_class=PageRoute, include_in_schema=False)

PAGE_SIZE = 50
SECOND = "second"
"""In the filter of states: confirmed by one person, of two."""
SORTS: dict[listing.Sort, str] = {
    "applicant": "申报单位",
    "pages": "页数",
    "verdict": "结论",
    "open": "待处理问题",
    "created": "上传时间",
    "updated": "最近更新",
}


@dataclass(frozen=True)
class Row:
    """One submission of the list."""

    id: str
    name: str
    applicant: str | None
    model_name: str | None
    city: str | None
    pages: int | None
    processing: ProcessingState
    done_pages: int
    total_pages: int | None
    problem: str | None
    review: ReviewState
    verdict: Verdict | None
    open_counts: Mapping[Severity, int]
    claimed_by: str | None
    awaiting_second: bool
    created: str
    updated: str
    resubmitted: bool


class Asked(BaseModel):
    """What the address asks the list to show; empty means all."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    q: str = ""
    processing: str = ""
    review: str = ""
    verdict: str = ""
    city: str = ""
    batch: str = ""
    mine: str = ""
    sort: str = "created"
    order: str = "desc"
    cursor: str = ""

    @property
    def filtered(self) -> bool:
        """Whether anything is left out."""
        return any(
            (self.q, self.processing, self.review, self.verdict, self.city, self.batch, self.mine)
        )

    def address(self, **changes: str) -> str:
        """The list's address with some of it changed."""
        values = {**self.model_dump(exclude={"cursor"}), **changes}
        defaults = {"sort": "created", "order": "desc"}
        kept = {
            name: value for name, value in values.items() if value and defaults.get(name) != value
        }
        return f"/?{urlencode(kept)}" if kept else "/"

    def sorted_by(self, sort: str) -> str:
        """The address that sorts by a column, the other way round where it already does."""
        turned = "asc" if self.sort == sort and self.order == "desc" else "desc"
        return self.address(sort=sort, order=turned)


@dataclass(frozen=True)
class ListContext(PageContext):
    """What the list's template is given."""

    asked: Asked
    rows: tuple[Row, ...]
    total: int
    next_address: str | None
    cities: tuple[str, ...]
    batch_names: Mapping[str, str]
    sorts: Mapping[listing.Sort, str]
    review_choices: Mapping[str, str]
    empty_installation: bool
    sample_files: tuple[str, ...]
    """Names of the committed sample's files, which the page can load with one click."""


@router.get("/")
def submissions_page(visitor: Seeing, asked: Annotated[Asked, Query()]) -> Response:
    """The list as asked for."""
    with visitor.database.snapshot() as session:
        context = list_context(session, visitor, asked)
    return page("submissions.html.j2", context)


def list_context(session: Session, visitor: Visit, asked: Asked) -> ListContext:
    """One page of the list."""
    sort = asked.sort if asked.sort in SORTS else "created"
    listed = listing.page_of(
        session,
        visitor.account,
        _wanted(visitor, asked),
        sort=sort,
        descending=asked.order != "asc",
        limit=PAGE_SIZE,
        cursor=asked.cursor or None,
    )
    jobs = listing.progress_of(session, [each.id for each in listed.submissions])
    return ListContext(
        frame=visitor.frame("申报列表", "/"),
        asked=asked,
        rows=tuple(_row(each, jobs.get(each.id)) for each in listed.submissions),
        total=listed.total,
        next_address=asked.address(cursor=listed.next_cursor) if listed.next_cursor else None,
        cities=tuple(listing.cities(session, visitor.account)),
        batch_names={each.id: each.name for each in batches.newest(session)},
        sorts=SORTS,
        review_choices=_review_choices(visitor.settings.four_eyes),
        empty_installation=not listed.total and not asked.filtered,
        sample_files=tuple(sample_files()),
    )


def _review_choices(four_eyes: bool) -> Mapping[str, str]:
    choices: dict[str, str] = dict(REVIEW_NAMES.items())
    return choices | {SECOND: "待第二人确认"} if four_eyes else choices


def _wanted(visitor: Visit, asked: Asked) -> listing.Wanted:
    """The filter; words that are no state are left out."""
    return listing.Wanted(
        processing=(asked.processing,) if asked.processing in PROCESSING_NAMES else (),
        review=(asked.review,) if asked.review in REVIEW_NAMES else (),
        awaiting_second=asked.review == SECOND,
        verdict=(cast(Verdict, asked.verdict),) if asked.verdict in get_args(Verdict) else (),
        city=asked.city or None,
        batch_id=asked.batch or None,
        claimed_by=visitor.account.id if asked.mine else None,
        text=asked.q,
    )


def _row(submission: Submission, job: Job | None) -> Row:
    counts: dict[Severity, int] = {
        "A": submission.open_a,
        "B": submission.open_b,
        "C": submission.open_c,
        "D": submission.open_d,
    }
    return Row(
        id=submission.id,
        name=submission.name,
        applicant=submission.applicant,
        model_name=submission.model_name,
        city=submission.city,
        pages=submission.pages,
        processing=submission.processing,
        done_pages=job.done_pages if job else 0,
        total_pages=job.total_pages if job else None,
        problem=submission.problem,
        review=submission.review,
        verdict=submission.verdict,
        open_counts={severity: number for severity, number in counts.items() if number},
        claimed_by=submission.claimed.display_name if submission.claimed else None,
        awaiting_second=submission.review == "in_review" and submission.confirmed_by is not None,
        created=moment(submission.created_at),
        updated=moment(submission.updated_at),
        resubmitted=submission.supersedes_id is not None,
    )
