from extractor.rules.credit_report_states_its_counts import check
from models.extraction import Count

ZERO = Count(value=0)


def test_a_report_with_all_its_counts_passes() -> None:
    (said,) = check("1", ZERO, Count(value=2), ZERO, True, True, True)
    assert said.outcome == "passed"


def test_a_count_that_is_there_and_illegible_is_unreadable() -> None:
    (said,) = check("1", None, ZERO, ZERO, True, True, True)
    assert said.outcome == "unreadable"
    assert "行政处罚" in said.message


def test_a_count_that_is_not_there_is_missing() -> None:
    (said,) = check("1", ZERO, ZERO, None, True, True, False)
    assert (said.severity, said.outcome) == ("C", "missing")
    assert "经营异常" in said.message
