from datetime import date

from extractor.rules.tax_was_paid_for_or_in_the_year import check
from models.extraction import Day, Rows, Scalar


def table(*rows: dict[str, Scalar | None]) -> Rows:
    return Rows(records=rows)


def day(year: int, month: int = 1, number: int = 1) -> Day:
    return Day(value=date(year, month, number))


def test_a_period_in_the_year_is_enough() -> None:
    row = {"period_start": day(2025, 12), "period_end": day(2025, 12, 31), "paid_on": day(2026)}
    assert check((table(row),), 2025) is None


def test_a_payment_in_the_year_is_enough() -> None:
    row = {"period_start": day(2024, 12), "period_end": day(2024, 12, 31), "paid_on": day(2025)}
    assert check((None, table(row)), 2025) is None


def test_other_years_only_fail() -> None:
    row = {"period_start": day(2023), "period_end": day(2023, 3), "paid_on": day(2023, 4)}
    said = check((table(row),), 2025)
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_a_date_that_was_not_read_may_be_of_the_year() -> None:
    row = {"period_start": day(2023), "period_end": None, "paid_on": day(2023, 4)}
    said = check((table(row),), 2025)
    assert said is not None
    assert said.outcome == "unreadable"


def test_a_proof_whose_rows_were_not_read_may_be_of_the_year() -> None:
    row = {"period_start": day(2023), "period_end": day(2023, 3), "paid_on": day(2023, 4)}
    said = check((table(row), None), 2025)
    assert said is not None
    assert said.outcome == "unreadable"
