from datetime import date

from extractor.rules.applicant_has_existed_for_three_years import check
from models.extraction import Day

SINCE = date(2023, 1, 1)


def test_an_older_company_passes() -> None:
    assert check(Day(value=date(2022, 12, 31)), SINCE) is None


def test_a_younger_company_is_a_note() -> None:
    said = check(Day(value=SINCE), SINCE)
    assert said is not None
    assert said.severity == "D"
