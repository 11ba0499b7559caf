from datetime import date
from decimal import Decimal

from extractor.rules.overseas_research_is_within_its_limit import check
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


def test_four_fifths_pass() -> None:
    said = check(rows(row_37="100000", row_38="80000"), YEAR_END)
    assert said is not None
    assert said.outcome == "passed"


def test_more_than_four_fifths_fail() -> None:
    said = check(rows(row_37="100000", row_38="100000"), YEAR_END)
    assert said is not None
    assert said.severity == "B"
    assert "20,000.00 元" in said.message


def test_more_than_two_thirds_of_the_domestic_fail() -> None:
    said = check(rows(row_2="90000", row_36="0", row_37="100000", row_38="80000"), YEAR_END)
    assert said is not None
    assert said.severity == "B"
