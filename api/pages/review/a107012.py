"""The A107012 as a sheet of its own: 52 rows with their identities, beside the scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from fastapi import APIRouter, Response

from api.errors import NotFound
from api.pages.rendering import PageContext, page
from api.pages.review.page import PageImages, images_of, pages_as_set
from api.pages.review.places import Indexes, PagePlace, Spot, page_indexes, page_places, spots
from api.pages.visiting import PageRoute, Seeing
from api.store import submissions
from extractor.forms.form import Edition, Form, Row, load_form
from extractor.forms.identity import Identity
from models.extraction import FieldStatus
from models.report import Report, ReportDocument, ReportField

router = APIRouter(route_class=PageRoute, include_in_schema=False)
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Check:
    """One identity of the sheet and whether it holds."""

    formula: str
    holds: bool | None
    """None where a cell was not read."""
    difference: str
    """Total minus formula, in 元; empty where it holds or can't be told."""


@dataclass(frozen=True)
class SheetRow:
    """One printed row with its value and the identities whose total it is."""

    number: str
    text: str
    level: int
    """Depth in the sheet: 0 for 一、, 1 for （一）, 2 for 1."""
    shown: str
    status: FieldStatus
    by_person: bool
    field_id: str
    spots: tuple[Spot, ...]
    checks: tuple[Check, ...]

    @property
    def total(self) -> bool:
        """Whether other rows add up to it."""
        return bool(self.checks)


@dataclass(frozen=True)
class SheetContext(PageContext):
    """What the sheet's template is given."""

    id: str
    edition: str
    document: str
    rows: tuple[SheetRow, ...]
    held: int
    broken: int
    untold: int
    places: tuple[PagePlace, ...]
    images: tuple[PageImages, ...]
    first_page: int


@router.get("/submissions/{submission_id}/a107012")
def sheet_page(submission_id: str, visitor: Seeing, document: str = "") -> Response:
    """The newest revision's sheet; raises NotFound where the submission has none."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        _, report = visitor.reports.newest(session, submission_id)
        places = page_places(report, pages_as_set(session, submission_id))
    sheets = [each for each in report.documents if each.kind == "a107012" and each.fields]
    sheet = next((each for each in sheets if each.id == document), sheets[0] if sheets else None)
    if sheet is None:
        raise NotFound("这份申报里没有识别出 A107012；请在复核页检查页面类别")
    form = load_form("A107012")
    rows = sheet_rows(form, sheet, page_indexes(report))
    checks = [check.holds for row in rows for check in row.checks]
    context = SheetContext(
        frame=visitor.frame(f"A107012 · {submission.applicant or submission.name}", "/"),
        id=submission_id,
        edition=_edition(form, sheet).name,
        document=sheet.id,
        rows=rows,
        held=checks.count(True),
        broken=checks.count(False),
        untold=checks.count(None),
        places=places,
        images=images_of(submission_id, places),
        first_page=_first_page(report, sheet),
    )
    return page("review/a107012.html.j2", context)


def sheet_rows(form: Form, sheet: ReportDocument, indexes: Indexes) -> tuple[SheetRow, ...]:
    """The 52 rows of the reference edition; identities are those of the sheet's own edition."""
    fields = {field.key.removeprefix("a107012.row_"): field for field in sheet.fields}
    cells = {row.number: _cell(row, fields.get(row.number)) for row in form.reference.rows}
    identities = form.identities(_edition(form, sheet), _year(sheet))
    return tuple(
        _row(row, fields.get(row.number), sheet.id, indexes, _checks(row, identities, cells))
        for row in form.reference.rows
    )


def _edition(form: Form, sheet: ReportDocument) -> Edition:
    """The edition that was read; the reference where it is not known."""
    read = next((field.value for field in sheet.fields if field.key == "a107012.edition"), None)
    return next((each for each in form.editions if each.name == read), form.reference)


def _year(sheet: ReportDocument) -> int | None:
    end = next((field.value for field in sheet.fields if field.key == "a107012.period_end"), None)
    return int(end[:4]) if isinstance(end, str) and end[:4].isdigit() else None


def _cell(row: Row, field: ReportField | None) -> Decimal | None:
    """The row's number, a rate as a fraction; None where it was not read."""
    if field is None or not isinstance(field.value, str):
        return None
    try:
        number = Decimal(field.value)
    except InvalidOperation:
        return None
    return number / _HUNDRED if row.kind == "ratio" else number


def _checks(
    row: Row, identities: tuple[Identity, ...], cells: Mapping[str, Decimal | None]
) -> tuple[Check, ...]:
    return tuple(
        Check(
            formula=each.formula,
            holds=each.holds(cells),
            difference=_difference(each.difference(cells), each.holds(cells)),
        )
        for each in identities
        if each.total == row.number
    )


def _difference(difference: Decimal | None, holds: bool | None) -> str:
    return f"{difference:,.2f}" if difference is not None and holds is False else ""


def _row(
    row: Row,
    field: ReportField | None,
    document: str,
    indexes: Indexes,
    checks: tuple[Check, ...],
) -> SheetRow:
    value = field.value if field and isinstance(field.value, str) else None
    return SheetRow(
        number=row.number,
        text=row.text,
        level=_level(row.text),
        shown="—" if value is None else _shown(row, value),
        status=field.status if field else "missing",
        by_person=bool(field and any(each.source == "reviewer" for each in field.evidence)),
        field_id=f"{document}/a107012.row_{row.number}",
        spots=spots(indexes, field.evidence) if field else (),
        checks=checks,
    )


def _shown(row: Row, value: str) -> str:
    if row.kind == "amount":
        return f"{Decimal(value):,.2f}"
    return f"{value}%" if row.kind == "ratio" else value


def _level(text: str) -> int:
    if text.startswith("（"):
        return 1
    return 2 if text[:1].isdigit() or text.startswith("其中") else 0


def _first_page(report: Report, sheet: ReportDocument) -> int:
    indexes = page_indexes(report)
    first = sheet.pages[0] if sheet.pages else None
    return indexes.get((first.file, first.number), 0) if first else 0
