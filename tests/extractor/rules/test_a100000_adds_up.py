from decimal import Decimal

from extractor.rules.a100000_adds_up import check
from models.extraction import Amount, Choice, NumberedAmounts

ROWS = {"15": "100", "16": "10", "17": "5", "18": "105"}


def sheet(**changed: str) -> NumberedAmounts:
    amounts = ROWS | {name.removeprefix("r"): amount for name, amount in changed.items()}
    return NumberedAmounts(
        amounts={number: Amount(value=Decimal(amount)) for number, amount in amounts.items()}
    )


def test_sums_that_hold_pass_on_the_rows_they_rest_on() -> None:
    (said,) = check(Choice(value="2025"), sheet())
    assert said.outcome == "passed"
    assert set(said.values) == {f"a100000.rows[{row}]" for row in ROWS}


def test_a_broken_sum_fails_with_its_formula() -> None:
    (said,) = check(Choice(value="2025"), sheet(r18="150"))
    assert said.severity == "B"
    assert "45.00 元" in said.message


def test_taxable_income_is_never_below_zero() -> None:
    rows = sheet(r24="-50", r25="0", r26="0", r27="0", r28="0")
    assert [each.outcome for each in check(Choice(value="2025"), rows)] == ["passed"]
