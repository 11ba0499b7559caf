from extractor.rules.rd_report_is_present_with_three_parts import check
from models.extraction import Choices


def test_three_parts_make_the_report() -> None:
    assert check(True, Choices(values=("overview", "innovation", "results"))) is None


def test_a_lacking_part_is_named() -> None:
    said = check(True, Choices(values=("overview", "innovation")))
    assert said is not None
    assert (said.outcome, said.severity) == ("missing", "B")
    assert "应用成效" in said.message


def test_without_a_report_it_is_missing() -> None:
    said = check(False, None)
    assert said is not None
    assert said.message == "未见工业模型研发情况报告"
