from datetime import date
from decimal import Decimal

from extractor.rules.other_costs_are_within_their_limit import check
from models.extraction import Amount, Day, Field, Ratio

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


def test_less_than_the_limit_is_a_note() -> None:
    said = check(rows(row_34="40000"), YEAR_END)
    assert said is not None
    assert said.severity == "D"


def test_more_than_the_row_above_is_too_much() -> None:
    said = check(rows(row_34="48001"), YEAR_END)
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_more_than_a_ninth_of_the_five_is_too_much() -> None:
    said = check(rows(row_28="500000", row_34="200000"), YEAR_END)
    assert said is not None
    assert said.severity == "B"
    assert "24,333.33 元" in said.message


def test_before_2021_the_sheet_does_not_show_the_limit() -> None:
    said = check(rows(row_34="48001"), Day(value=date(2020, 12, 31)))
    assert said is not None
    assert said.outcome == "not_applicable"
