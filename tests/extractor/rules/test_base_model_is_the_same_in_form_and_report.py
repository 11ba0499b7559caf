from extractor.rules.base_model_is_the_same_in_form_and_report import check
from models.extraction import Text

REPORT = "rd_report-1"


def test_a_name_within_a_phrase_passes() -> None:
    assert check(Text(value="Qwen2.5-7B"), REPORT, Text(value="基于开源模型Qwen2.5-7B微调")) is None


def test_another_base_is_a_question() -> None:
    said = check(Text(value="Qwen2.5-7B"), REPORT, Text(value="ChatGLM3-6B"))
    assert said is not None
    assert said.severity == "C"


def test_a_model_of_ones_own_needs_no_base_in_the_report() -> None:
    said = check(Text(value="自主研发"), REPORT, None)
    assert said is not None
    assert said.outcome == "passed"


def test_a_base_that_the_report_does_not_name_is_missed() -> None:
    said = check(Text(value="Qwen2.5-7B"), REPORT, None)
    assert said is not None
    assert said.outcome == "missing"
