from __future__ import annotations

from api.pages.review.a107012 import SheetRow, sheet_rows
from extractor.forms.form import load_form
from models.report import ReportDocument, ReportField

FORM = load_form("A107012")


def field(name: str, value: str | None) -> ReportField:
    return ReportField(
        key=f"a107012.{name}",
        label=name,
        kind="amount",
        value=value,
        text="",
        confidence=1,
        status="sure" if value is not None else "missing",
        evidence=[],
    )


def sheet(**cells: str | None) -> dict[str, SheetRow]:
    rows = {row.number: "0.00" for row in FORM.reference.rows} | {
        number.removeprefix("row_"): value for number, value in cells.items()
    }
    document = ReportDocument(
        id="a107012-1",
        kind="a107012",
        title="研发费用加计扣除优惠明细表",
        pages=[],
        fields=[
            field("edition", "2025"),
            field("period_end", "2025-12-31"),
            *(field(f"row_{number}", value) for number, value in rows.items()),
        ],
    )
    return {row.number: row for row in sheet_rows(FORM, document, {})}


def test_every_row_of_the_form_is_shown() -> None:
    assert len(sheet()) == 52


def test_a_total_that_adds_up_is_said_to_hold() -> None:
    rows = sheet(row_3="6.00", row_4="1.00", row_5="2.00", row_6="3.00")
    (check,) = rows["3"].checks
    assert check.holds is True
    assert check.difference == ""
    assert rows["3"].total


def test_a_total_that_does_not_says_by_how_much() -> None:
    rows = sheet(row_3="7.50", row_4="1.00", row_5="2.00", row_6="3.00")
    (check,) = rows["3"].checks
    assert check.holds is False
    assert check.difference == "1.50"


def test_an_unread_cell_leaves_the_total_untold() -> None:
    rows = sheet(row_3="6.00", row_4=None, row_5="2.00", row_6="3.00")
    (check,) = rows["3"].checks
    assert check.holds is None
    assert rows["4"].shown == "—"


def test_rows_are_set_in_by_their_numbering() -> None:
    rows = sheet()
    assert [rows[number].level for number in ("2", "3", "4")] == [0, 1, 2]
