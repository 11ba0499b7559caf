import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from models.extraction import (
    Amount,
    Choices,
    Day,
    Month,
    Number,
    NumberedAmounts,
    Ratio,
    Rows,
    Text,
)
from models.report import canonical
from models.schema import report_schema

COMMITTED = Path(__file__).parents[2] / "models" / "report.schema.json"


def test_the_committed_schema_is_the_models_own() -> None:
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json.loads(report_schema()), (
        "run `make schema` and look at the difference"
    )


def test_amounts_are_written_in_yuan_with_two_decimals() -> None:
    assert canonical(Amount(value=Decimal("12345678.9"))) == "12345678.90"
    assert canonical(Amount(value=Decimal(1_000_000), currency="USD")) == "USD 1000000.00"


def test_open_ends_are_written_in_words() -> None:
    assert canonical(Day(value=None)) == "长期"
    assert canonical(Month(year=None)) == "长期"
    assert canonical(Month(year=2025, month=3)) == "2025-03"
    assert canonical(Day(value=date(2025, 3, 1))) == "2025-03-01"


def test_plain_numbers_have_no_needless_zeros_and_no_exponent() -> None:
    assert canonical(Number(value=Decimal("7E+9"))) == "7000000000"
    assert canonical(Number(value=Decimal("1.20"))) == "1.2"
    assert canonical(Ratio(value=Decimal("100.0"))) == "100"


def test_tables_keep_cells_that_could_not_be_read_as_null() -> None:
    rows = Rows(records=({"name": Text(value="工资"), "amount": None},))
    assert canonical(rows) == [{"name": "工资", "amount": None}]
    assert canonical(NumberedAmounts(amounts={"1": Amount(value=Decimal(5))})) == {"1": "5.00"}
    assert canonical(Choices(values=("APP",))) == ["APP"]
