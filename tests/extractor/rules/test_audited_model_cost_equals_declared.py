from typing import Any

from extractor.rules.audited_model_cost_equals_declared import check


def test_equal_within_the_forms_decimals(papers: Any) -> None:
    assert check(papers.wan("1234.56"), papers.yuan("12345634.10")) is None


def test_a_cut_off_sum_is_a_note(papers: Any) -> None:
    said = check(papers.wan("1234.56"), papers.yuan("12345690.00"))
    assert said is not None
    assert said.severity == "D"


def test_a_close_sum_is_a_question(papers: Any) -> None:
    said = check(papers.wan("1234.56"), papers.yuan("12350000.00"))
    assert said is not None
    assert said.severity == "C"


def test_another_sum_fails_in_both_units(papers: Any) -> None:
    said = check(papers.wan("1300.00"), papers.yuan("12345600.00"))
    assert said is not None
    assert said.severity == "B"
    assert "1,300.00 万元" in said.message
    assert "12,345,600.00 元" in said.message


def test_yuan_in_a_cell_of_ten_thousands_is_suspected(papers: Any) -> None:
    said = check(papers.wan("12345600.00"), papers.yuan("12345600.00"))
    assert said is not None
    assert "单位" in said.message


def test_the_audits_of_a_consortium_s_members_count_together(papers: Any) -> None:
    one, other = papers.yuan("8000000.00"), papers.yuan("4345600.00")
    said = check(papers.wan("1234.56"), one, (one, other))
    assert said is not None
    assert said.outcome == "passed"
    said = check(papers.wan("1300.00"), one, (one, other))
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)
