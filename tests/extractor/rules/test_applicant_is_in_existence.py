import pytest

from extractor.rules.applicant_is_in_existence import check
from models.extraction import Text


@pytest.mark.parametrize("status", ["存续", "存续（在营、开业、在册）", "正常"])
def test_a_unit_in_existence_passes(status: str) -> None:
    assert check("credit_report-1", Text(value=status)) is None


@pytest.mark.parametrize("status", ["吊销，未注销", "注销", "清算"])
def test_a_unit_that_ended_fails(status: str) -> None:
    said = check("credit_report-1", Text(value=status))
    assert said is not None
    assert (said.severity, said.outcome) == ("A", None)


def test_other_words_are_a_question_and_none_at_all_is_none() -> None:
    unknown, absent = check("c", Text(value="迁出")), check("c", None)
    assert unknown is not None
    assert unknown.severity == "C"
    assert absent is not None
    assert absent.outcome == "not_applicable"
