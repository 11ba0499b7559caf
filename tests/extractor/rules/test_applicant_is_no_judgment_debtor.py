from extractor.rules.applicant_is_no_judgment_debtor import check
from models.extraction import Count

REPORT = "credit_report-1"


def test_no_entry_is_noted_as_the_units_alone() -> None:
    said = check(REPORT, Count(value=0), Count(value=0))
    assert said.severity == "D"
    assert "法定代表人未核" in said.message


def test_an_entry_fails() -> None:
    assert check(REPORT, Count(value=2), Count(value=0)).severity == "A"


def test_a_report_without_a_section_of_its_own_has_the_list_under_the_other() -> None:
    said = check(REPORT, None, Count(value=0))
    assert said.severity == "D"
    assert said.outcome is None
    assert "严重失信主体名单为 0 条" in said.message


def test_an_entry_of_the_other_list_may_be_one() -> None:
    assert check(REPORT, None, Count(value=1)).severity == "C"


def test_a_report_that_shows_neither_list_leaves_it_open() -> None:
    assert check(REPORT, None, None).outcome == "missing"
