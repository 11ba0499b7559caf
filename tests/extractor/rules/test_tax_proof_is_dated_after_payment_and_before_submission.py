from datetime import date

import pytest

from extractor.rules.tax_proof_is_dated_after_payment_and_before_submission import check
from models.extraction import Day, Rows

SUBMITTED = Day(value=date(2026, 3, 30))
PAID = Rows(records=({"paid_on": Day(value=date(2026, 1, 12))},))


def test_a_day_between_passes() -> None:
    assert check(Day(value=date(2026, 3, 5)), SUBMITTED, PAID) is None


@pytest.mark.parametrize("issued", [date(2026, 1, 11), date(2026, 3, 31)])
def test_a_day_before_payment_or_after_submission_is_a_question(issued: date) -> None:
    said = check(Day(value=issued), SUBMITTED, PAID)
    assert said is not None
    assert said.severity == "C"
