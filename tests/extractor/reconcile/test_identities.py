"""The sums of the tax sheets over fields."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from extractor.forms.form import load_form
from extractor.reconcile.certainty import EMPTY, WEAK
from extractor.reconcile.identities import form_sums, row_cells
from models.extraction import Amount, Choice, Extraction, Field, NumberedAmounts, Period, Ratio

MakeField = Callable[..., Field]

ROWS = {
    **{"2": "1629000", "3": "1052000", "4": "900000", "5": "152000", "6": "0", "7": "381000"},
    **{"8": "381000", "16": "83000", "17": "50000", "18": "33000", "19": "0", "20": "0"},
    **{"21": "0", "22": "0", "23": "65000", "24": "65000", "25": "0", "26": "0", "27": "0"},
    **{"28": "48000", "29": "48000", "34": "48000", "35": "300000", "36": "300000", "37": "0"},
    **{"38": "0", "39": "0", "40": "1869000", "41": "1274000", "42": "595000", "43": "0"},
    **{"44": "0", "45": "1274000", "46": "0", "47": "1274000", "48": "0", "49": "0"},
    **{"51": "1274000", "52": "0"},
    **{str(row): "0" for row in (*range(9, 16), *range(30, 34))},
}
MAIN = {
    **{"1": "9000000", "2": "6000000", "3": "50000", "4": "300000", "5": "700000"},
    **{"6": "1200000", "7": "10000", "8": "80000", "15": "820000", "16": "1000", "17": "500"},
    **{"18": "820500", "19": "0", "20": "40000", "21": "0", "22": "1200000", "23": "0"},
    **{"24": "-339500", "25": "0", "26": "0", "27": "0", "28": "0"},
    **{str(row): "0" for row in range(9, 15)},
}
A107012 = form_sums(load_form("A107012"))
A100000 = form_sums(load_form("A100000"))


@pytest.fixture
def sheet(amount: MakeField) -> Callable[..., Extraction]:
    """Builds an A107012 with some rows changed, weak or empty."""

    def build(
        changed: dict[str, str | None] | None = None,
        *,
        weak: tuple[str, ...] = (),
        empty: tuple[str, ...] = (),
        rate: str | None = "100",
        edition: str = "2025",
    ) -> Extraction:
        rows = {**ROWS, **(changed or {})}
        fields = [
            amount(
                f"a107012.row_{row}",
                value,
                doubts=(EMPTY,) if row in empty else (WEAK,) if row in weak else (),
            )
            for row, value in rows.items()
        ]
        percent = None if rate is None else Ratio(value=Decimal(rate))
        fields.append(
            Field(key="a107012.row_50", label="50", kind="ratio", value=percent, status="sure")
        )
        fields.append(
            Field(key="a107012.edition", label="e", kind="choice", value=Choice(value=edition))
        )
        return Extraction(
            document="a107012-1",
            kind="a107012",
            period=Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
            fields=tuple(fields),
        )

    return build


def doubtful(extraction: Extraction) -> set[str]:
    return {each.key.rpartition("_")[2] for each in extraction.fields if each.status == "doubtful"}


def test_a_sheet_that_adds_up_stays_as_it_is(sheet: Callable[..., Extraction]) -> None:
    assert A107012(sheet()) == sheet()


def test_weak_cells_and_empty_cells_of_sums_that_hold_become_sure(
    sheet: Callable[..., Extraction],
) -> None:
    before = sheet(weak=("3", "4", "40"), empty=("6", "9", "20", "21", "22", "38"))
    assert doubtful(before) == {"3", "4", "40", "6", "9", "20", "21", "22", "38"}
    after = A107012(before)
    assert doubtful(after) == set()


def test_a_misread_subtotal_is_doubted_and_the_amount_that_fits_is_named(
    sheet: Callable[..., Extraction],
) -> None:
    after = A107012(sheet({"3": "1062000"}))
    assert doubtful(after) == {"3"}
    field = after.field("row_3")
    assert field is not None
    assert field.value == Amount(value=Decimal("1062000")), "the reading is kept"
    assert "1,052,000.00" in field.doubts[0]


def test_several_cells_that_could_be_the_misread_one_are_all_doubted(
    sheet: Callable[..., Extraction],
) -> None:
    assert doubtful(A107012(sheet({"17": "60000"}))) == {"17", "18"}


def test_a_sheet_that_no_misreading_explains_is_left_to_the_rules(
    sheet: Callable[..., Extraction],
) -> None:
    wrong = sheet({"40": "2345678"})
    assert A107012(wrong) == wrong


def test_an_empty_cell_is_suspected_where_its_sum_is_short(
    sheet: Callable[..., Extraction],
) -> None:
    after = A107012(sheet({"18": "0"}, empty=("18",)))
    field = after.field("row_18")
    assert field is not None
    assert field.status == "doubtful"
    assert "33,000.00" in " ".join(field.doubts)


def test_a_copy_of_a_weak_amount_does_not_prove_it(sheet: Callable[..., Extraction]) -> None:
    assert {"45", "47"} <= doubtful(A107012(sheet(weak=("45", "47", "41", "51"))))


def test_a_sum_with_an_unread_cell_says_nothing(sheet: Callable[..., Extraction]) -> None:
    unread = sheet({"5": None, "3": "1062000"}, weak=("4",))
    assert "4" in doubtful(A107012(unread))


def test_a_sheet_of_unknown_edition_is_not_judged(sheet: Callable[..., Extraction]) -> None:
    unknown = sheet({"3": "1062000"}, edition="1999")
    assert A107012(unknown) == unknown


def test_rates_are_fractions_and_counts_are_no_cells(sheet: Callable[..., Extraction]) -> None:
    assert row_cells(sheet())["50"] == 1


@pytest.fixture
def main_form(amount: MakeField) -> Callable[..., Extraction]:
    """Builds an A100000 whose rows share one field."""

    def build(changed: dict[str, str] | None = None, *, doubts: tuple[str, ...] = ()) -> Extraction:
        rows = {
            number: Amount(value=Decimal(value))
            for number, value in {**MAIN, **(changed or {})}.items()
        }
        value = NumberedAmounts(amounts=rows)
        together = amount("a100000.rows", "0", doubts=doubts).model_copy(
            update={"kind": "numbered_amounts", "value": value}
        )
        edition = Field(key="a100000.edition", label="e", kind="choice", value=Choice(value="2025"))
        named = [
            amount(f"a100000.{name}", str(rows[number].value), sure=not doubts)
            for name, number in (("revenue", "1"), ("rd_expense", "6"), ("total_profit", "18"))
        ]
        return Extraction(document="a100000-1", kind="a100000", fields=(together, edition, *named))

    return build


def test_a_loss_making_company_is_no_suspect(main_form: Callable[..., Extraction]) -> None:
    assert A100000(main_form()) == main_form()


def test_a_misread_row_is_doubted_in_the_rows_and_where_it_is_repeated(
    main_form: Callable[..., Extraction],
) -> None:
    after = A100000(main_form({"18": "870500"}))
    rows, profit, revenue = (after.field(n) for n in ("rows", "total_profit", "revenue"))
    assert rows is not None
    assert profit is not None
    assert revenue is not None
    assert rows.status == profit.status == "doubtful"
    assert rows.doubts[0].startswith("第 18 行：")
    assert revenue.status == "sure"


def test_doubts_about_rows_that_add_up_are_lifted_row_by_row(
    main_form: Callable[..., Extraction],
) -> None:
    before = main_form(doubts=(f"第 1 行：{WEAK}", f"第 9 行：{EMPTY}", f"第 26 行：{EMPTY}"))
    after = A100000(before)
    rows, revenue = after.field("rows"), after.field("revenue")
    assert rows is not None
    assert revenue is not None
    assert rows.doubts == (f"第 26 行：{EMPTY}",), "below the floor of zero row 26 is not proved"
    assert revenue.status == "sure"
