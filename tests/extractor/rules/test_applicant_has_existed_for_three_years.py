from datetime import date

from extractor.rules.applicant_has_existed_for_three_years import check
from models.extraction import Day, Identifier

SINCE = date(2023, 1, 1)


def test_an_older_company_passes() -> None:
    assert check(SINCE, Day(value=date(2022, 12, 31)), None) is None


def test_a_younger_company_is_a_note() -> None:
    said = check(SINCE, Day(value=SINCE), None)
    assert said is not None
    assert said.severity == "D"


def test_a_public_body_s_certificate_has_no_day_of_foundation() -> None:
    said = check(SINCE, None, Identifier(value="12420000MB1234567X"))
    assert said is not None
    assert said.outcome == "not_applicable"


def test_a_company_s_licence_without_one_lacks_it() -> None:
    said = check(SINCE, None, Identifier(value="914201007071167872"))
    assert said is not None
    assert said.outcome == "missing"
