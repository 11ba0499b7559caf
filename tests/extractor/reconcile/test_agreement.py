"""The same fact stated twice."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from extractor.reconcile.agreement import (
    agree,
    capitals_agree,
    column_adds_up,
    column_sums,
    in_order,
)
from extractor.reconcile.certainty import WEAK
from models.extraction import (
    Amount,
    Day,
    Extraction,
    Field,
    FieldStatus,
    Month,
    Rows,
    Text,
    Value,
    ValueKind,
)

MakeField = Callable[..., Field]
TOTAL, WORDS = "tax_certificate.total_amount", "tax_certificate.total_amount_in_words"
CAPITALS = capitals_agree("total_amount", "total_amount_in_words")


def field(
    key: str,
    kind: ValueKind,
    value: Value | None,
    *,
    weak: bool = False,
    confidence: float = 0.99,
) -> Field:
    status: FieldStatus = "doubtful" if weak else "sure"
    return Field(
        key=key,
        label=key.partition(".")[2],
        kind=kind,
        value=value,
        confidence=confidence,
        status=status,
        doubts=(WEAK,) if weak else (),
    )


def certificate(*fields: Field) -> Extraction:
    return Extraction(document="tax_certificate-1", kind="tax_certificate", fields=fields)


def statuses(extraction: Extraction) -> list[str]:
    return [each.status for each in extraction.fields]


def words(text: str, *, weak: bool = False) -> Field:
    return field(WORDS, "text", Text(value=text), weak=weak)


def test_capitals_and_figures_that_agree_prove_each_other(amount: MakeField) -> None:
    before = certificate(
        amount(TOTAL, "272310.44", sure=False), words("贰拾柒万贰仟叁佰壹拾圆肆角肆分", weak=True)
    )
    assert statuses(CAPITALS(before)) == ["sure", "sure"]


def test_figures_one_digit_from_the_capitals_may_be_misread(amount: MakeField) -> None:
    before = certificate(amount(TOTAL, "272810.44"), words("贰拾柒万贰仟叁佰壹拾圆肆角肆分"))
    assert statuses(CAPITALS(before)) == ["doubtful", "doubtful"]


def test_well_read_capitals_of_another_sum_are_the_papers_own_fault(amount: MakeField) -> None:
    before = certificate(amount(TOTAL, "163647.19"), words("壹拾叁万陆仟肆佰柒拾圆壹角玖分"))
    assert CAPITALS(before) == before


def test_weakly_read_capitals_of_another_sum_are_doubted(amount: MakeField) -> None:
    before = certificate(
        amount(TOTAL, "163647.19", confidence=0.9), words("壹拾叁万陆仟肆佰柒拾圆壹角玖分")
    )
    assert statuses(CAPITALS(before)) == ["doubtful", "doubtful"]


@pytest.mark.parametrize("missing", ["figures", "words", "both fields"])
def test_one_statement_alone_is_not_judged(amount: MakeField, missing: str) -> None:
    figures = amount(TOTAL, None if missing == "figures" else "5.00", sure=False)
    in_words = field(WORDS, "text", None if missing == "words" else Text(value="伍圆整"), weak=True)
    before = certificate(*(() if missing == "both fields" else (figures, in_words)))
    assert CAPITALS(before) == before


def test_amounts_in_different_units_agree_within_their_rounding(amount: MakeField) -> None:
    exact = amount("tax_certificate.one", "1234567.89", sure=False)
    rounded = exact.model_copy(
        update={
            "key": "tax_certificate.two",
            "value": Amount(value=Decimal("1234600"), step=Decimal(100), unit="万元"),
        }
    )
    agreeing = agree("one", "two")(certificate(exact, rounded))
    assert statuses(agreeing) == ["sure", "sure"]


def test_names_that_differ_in_a_look_alike_are_doubted_and_other_names_are_not() -> None:
    def compared(other: str) -> list[str]:
        one = field("tax_certificate.one", "text", Text(value="武汉未来科技有限公司"))
        two = field("tax_certificate.two", "text", Text(value=other))
        return statuses(agree("one", "two")(certificate(one, two)))

    assert compared("武汉末来科技有限公司") == ["doubtful", "doubtful"]
    assert compared("武汉长江科技有限公司") == ["sure", "sure"]


def items(*values: str | None, weak: bool = False) -> Field:
    records: tuple[dict[str, Amount | None], ...] = tuple(
        {"amount": None if value is None else Amount(value=Decimal(value))} for value in values
    )
    return field("tax_certificate.items", "rows", Rows(records=records), weak=weak)


def test_items_that_add_up_prove_themselves_and_the_total(amount: MakeField) -> None:
    before = certificate(
        items("100.25", "-20.00", "3.50", weak=True), amount(TOTAL, "83.75", sure=False)
    )
    after = column_adds_up("items", "amount", "total_amount")(before)
    assert statuses(after) == ["sure", "sure"]
    assert column_sums("items.amount", "total_amount")(before) == after


def test_a_misread_item_is_named_by_its_row(amount: MakeField) -> None:
    before = certificate(items("1700.25", "920.00", "753.50"), amount(TOTAL, "2773.75"))
    after = column_adds_up("items", "amount", "total_amount")(before)
    table = after.field("items")
    assert table is not None
    assert table.status == "doubtful"
    assert any(doubt.startswith("第 1 行：") for doubt in table.doubts)


def test_items_of_another_sum_are_the_papers_own_fault(amount: MakeField) -> None:
    before = certificate(items("1100.25", "920.00", "753.50"), amount(TOTAL, "9999.99"))
    assert column_adds_up("items", "amount", "total_amount")(before) == before


def test_one_item_equal_to_the_total_proves_nothing_by_itself(amount: MakeField) -> None:
    before = certificate(items("500.00", weak=True), amount(TOTAL, "500.00", sure=False))
    assert column_adds_up("items", "amount", "total_amount")(before) == before


def test_an_unread_item_leaves_the_sum_open(amount: MakeField) -> None:
    before = certificate(items("1.00", None, weak=True), amount(TOTAL, "9.00", sure=False))
    assert column_adds_up("items", "amount", "total_amount")(before) == before


def test_rounded_items_in_ten_thousands_may_miss_their_total_by_the_rounding() -> None:
    def thousands(value: str) -> Amount:
        return Amount(value=Decimal(value) * 10000, step=Decimal(100), unit="万元")

    table = field(
        "tax_certificate.items",
        "rows",
        Rows(records=tuple({"amount": thousands(value)} for value in ("3.33", "3.34", "3.35"))),
        weak=True,
    )
    total = field(TOTAL, "amount", thousands("10.03"), weak=True)
    after = column_adds_up("items", "amount", "total_amount")(certificate(table, total))
    assert statuses(after) == ["sure", "sure"]


def test_dates_that_run_backwards_are_doubted_unless_both_were_clearly_read() -> None:
    def ordered(confidence: float) -> list[str]:
        start = field(
            "tax_certificate.a", "month", Month(year=2025, month=10), confidence=confidence
        )
        end = field("tax_certificate.b", "day", Day(value=date(2024, 3, 1)))
        return statuses(in_order("a", "b")(certificate(start, end)))

    assert ordered(0.9) == ["doubtful", "doubtful"]
    assert ordered(0.99) == ["sure", "sure"]


def test_dates_in_order_and_open_ends_are_left_alone() -> None:
    start = field("tax_certificate.a", "month", Month(year=2023, month=5), confidence=0.8)
    for end in (Month(year=None), Month(year=2023, month=5), Month(year=2025, month=1)):
        before = certificate(start, field("tax_certificate.b", "month", end))
        assert in_order("a", "b")(before) == before
