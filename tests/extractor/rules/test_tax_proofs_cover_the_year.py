from datetime import date

from extractor.rules.tax_proofs_cover_the_year import check
from models.extraction import Day, Rows, Scalar


def table(*rows: dict[str, Scalar | None]) -> Rows:
    return Rows(records=rows)


def day(year: int, month: int = 1, number: int = 1) -> Day:
    return Day(value=date(year, month, number))


def test_a_whole_year_passes() -> None:
    row = {"period_start": day(2025), "period_end": day(2025, 12, 31)}
    assert check((table(row),), 2025) is None


def test_gaps_are_noted() -> None:
    row = {"period_start": day(2025, 3), "period_end": day(2025, 12, 31)}
    said = check((table(row),), 2025)
    assert said is not None
    assert said.severity == "D"
    assert "1、2 月" in said.message
