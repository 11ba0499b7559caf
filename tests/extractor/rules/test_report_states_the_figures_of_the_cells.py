from extractor.rules.report_states_the_figures_of_the_cells import check
from models.extraction import Count

STAFF, RESEARCHERS, OTHER = Count(value=107), Count(value=23), Count(value=40)


def test_figures_that_agree_pass() -> None:
    assert check(STAFF, RESEARCHERS, STAFF, None) == []
    assert check(STAFF, None, STAFF, OTHER) == []


def test_another_figure_is_a_question() -> None:
    (said,) = check(STAFF, RESEARCHERS, STAFF, OTHER)
    assert said.severity == "C"
    assert said.values == ("application_form.rd_staff", "rd_report.rd_staff")


def test_a_report_without_figures_is_not_compared() -> None:
    assert [each.outcome for each in check(STAFF, RESEARCHERS, None, None)] == ["not_applicable"]
