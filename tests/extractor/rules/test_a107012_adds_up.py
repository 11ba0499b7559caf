from datetime import date
from decimal import Decimal

from extractor.rules.a107012_adds_up import check
from models.extraction import Amount, Choice, Day, Field, Ratio

EXAMPLE = {
    2: "1629000", 3: "1052000", 7: "381000", 16: "83000", 19: "0", 23: "65000", 28: "48000",
    34: "48000", 35: "300000", 36: "300000", 37: "0", 38: "0", 39: "0", 40: "1869000",
    41: "1274000", 42: "595000", 43: "0", 44: "0", 45: "1274000", 46: "0", 47: "1274000",
    48: "0", 49: "0", 51: "1274000", 52: "0",
}  # fmt: skip
"""A sheet of the 52-row form whose totals are consistent; its leaves are not given."""


def rows(**changed: str) -> dict[str, Field]:
    amounts = {f"row_{row}": amount for row, amount in EXAMPLE.items()} | changed
    fields = {
        name: Field(
            key=f"a107012.{name}",
            label="",
            kind="amount",
            value=Amount(value=Decimal(amount)),
            status="sure",
        )
        for name, amount in amounts.items()
    }
    rate = Ratio(value=Decimal(100))
    fields["row_50"] = Field(
        key="a107012.row_50", label="", kind="ratio", value=rate, status="sure"
    )
    return fields


YEAR_END = Day(value=date(2025, 12, 31))


def test_a_consistent_sheet_passes_on_the_rows_it_rests_on() -> None:
    (said,) = check(Choice(value="2025"), rows(), YEAR_END)
    assert said.outcome == "passed"
    assert "a107012.row_40" in said.values
    assert "a107012.row_4" not in said.values


def test_a_broken_total_fails_with_its_formula_and_rows() -> None:
    said = check(Choice(value="2025"), rows(row_40="1970000"), YEAR_END)
    assert {each.severity for each in said} == {"B"}
    assert any("36" in each.message and "a107012.row_40" in each.values for each in said)
