"""The list of submissions: filtered, searched, sorted, a page at a time."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from api.errors import Invalid
from api.store.cities import city_name
from api.store.states import ProcessingState, ReviewState
from api.store.tables import Account, Job, Submission
from models.finding import Verdict

Sort = Literal["created", "updated", "name", "applicant", "verdict", "pages", "open"]

_GRAVITY = case(
    {"inconsistent": 3, "needs_review": 2, "consistent": 1}, value=Submission.verdict, else_=0
)
_COLUMNS: dict[Sort, tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]] = {
    "created": (Submission.created_at,),
    "updated": (Submission.updated_at,),
    "name": (Submission.name,),
    "applicant": (Submission.applicant,),
    "verdict": (_GRAVITY,),
    "pages": (Submission.pages,),
    "open": (Submission.open_a, Submission.open_b, Submission.open_c),
}
_MOST = 200


class Wanted(NamedTuple):
    """What the list is to show; empty means all."""

    processing: tuple[ProcessingState, ...] = ()
    review: tuple[ReviewState, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    city: str | None = None
    batch_id: str | None = None
    claimed_by: str | None = None
    awaiting_second: bool = False
    """Only what one person has confirmed and another one has to."""
    text: str = ""
    """Part of the name, the applicant, the credit code or the model's name."""


class Listed(NamedTuple):
    """A page of the list."""

    submissions: list[Submission]
    next_cursor: str | None
    total: int


def page_of(
    session: Session,
    viewer: Account | None = None,
    wanted: Wanted | None = None,
    *,
    sort: Sort = "created",
    descending: bool = True,
    limit: int = 50,
    cursor: str | None = None,
) -> Listed:
    """The submissions the viewer may see; raises Invalid for a cursor of another list."""
    conditions = [*_allowed(viewer), *_matching(wanted or Wanted())]
    columns = [*(_filled(column) for column in _COLUMNS[sort]), Submission.id.expression]
    query: Select[Any] = select(Submission, *columns[:-1]).where(*conditions)
    if cursor is not None:
        query = query.where(_beyond(columns, _from_cursor(cursor, sort, descending), descending))
    size = max(1, min(limit, _MOST))
    order = [column.desc() if descending else column.asc() for column in columns]
    options = (selectinload(Submission.claimed),)
    rows = session.execute(query.order_by(*order).limit(size + 1).options(*options)).all()
    found = [row[0] for row in rows[:size]]
    following = None
    if len(rows) > size:
        last = rows[size - 1]
        following = _to_cursor([*last[1:], last[0].id], sort, descending)
    total = session.scalar(select(func.count()).select_from(Submission).where(*conditions)) or 0
    return Listed(found, following, total)


def progress_of(session: Session, submission_ids: Sequence[str]) -> dict[str, Job]:
    """The newest job of each of the submissions, for the list's progress."""
    jobs = session.scalars(
        select(Job).where(Job.submission_id.in_(submission_ids)).order_by(Job.created_at, Job.id)
    )
    return {job.submission_id: job for job in jobs}


def cities(session: Session, viewer: Account | None = None) -> list[str]:
    """The cities that have submissions the viewer may see."""
    known = select(Submission.city).where(Submission.city.is_not(None), *_allowed(viewer))
    return [city for city in session.scalars(known.distinct().order_by(Submission.city)) if city]


def _allowed(viewer: Account | None) -> list[ColumnElement[bool]]:
    """The same as ``submissions.visible``, for the database."""
    if viewer is None:
        return []
    if viewer.role == "uploader":
        return [Submission.uploaded_by == viewer.id]
    return [] if viewer.city is None else [Submission.city == viewer.city]


def _matching(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.processing:
        conditions.append(Submission.processing.in_(wanted.processing))
    if wanted.review:
        conditions.append(Submission.review.in_(wanted.review))
    if wanted.verdict:
        conditions.append(Submission.verdict.in_(wanted.verdict))
    if wanted.city:
        conditions.append(Submission.city == city_name(wanted.city))
    if wanted.batch_id:
        conditions.append(Submission.batch_id == wanted.batch_id)
    if wanted.awaiting_second:
        conditions += [Submission.review == "in_review", Submission.confirmed_by.is_not(None)]
    if wanted.claimed_by:
        conditions.append(Submission.claimed_by == wanted.claimed_by)
    for word in wanted.text.split():
        conditions.append(
            or_(
                *(
                    column.icontains(word, autoescape=True)
                    for column in (
                        Submission.name,
                        Submission.applicant,
                        Submission.credit_code,
                        Submission.model_name,
                    )
                )
            )
        )
    return conditions


def _filled(column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """The column with a stand-in for null: the two databases sort nulls at different ends."""
    if not isinstance(column, InstrumentedAttribute):
        return column
    if not column.property.columns[0].nullable:
        return column.expression
    absent: Any = 0 if column is Submission.pages else ""
    return func.coalesce(column, absent)


def _beyond(
    columns: Sequence[ColumnElement[Any]], values: Sequence[Any], descending: bool
) -> ColumnElement[bool]:
    """After the row with these values: the first column that differs decides."""
    return or_(
        *(
            and_(
                *(columns[at] == values[at] for at in range(place)),
                columns[place] < values[place] if descending else columns[place] > values[place],
            )
            for place in range(len(columns))
        )
    )


def _to_cursor(values: Sequence[Any], sort: Sort, descending: bool) -> str:
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    text = json.dumps([sort, descending, plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _from_cursor(cursor: str, sort: Sort, descending: bool) -> list[Any]:
    """The values of the last row seen; raises Invalid for anything this list did not write."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        kept_sort, kept_descending, values = json.loads(base64.urlsafe_b64decode(padded))
        if [kept_sort, kept_descending] != [sort, descending]:
            raise ValueError("a cursor of another order")
        *sorted_by, submission_id = values
        if len(sorted_by) != len(_COLUMNS[sort]) or not isinstance(submission_id, str):
            raise ValueError("a cursor of another shape")
        return [*(_as_sorted(value, sort) for value in sorted_by), submission_id]
    except (ValueError, TypeError, RecursionError) as error:
        raise Invalid("翻页位置无效，请从第一页重新开始") from error


def _as_sorted(value: object, sort: Sort) -> object:
    """The value as the column holds it; raises ValueError or TypeError for another kind."""
    match sort:
        case "created" | "updated" if isinstance(value, str):
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment
        case "name" | "applicant" if isinstance(value, str) and "\0" not in value:
            return value
        case "verdict" | "pages" | "open" if type(value) is int and abs(value) < 1 << 31:
            return value
    raise ValueError("a cursor with other values")
