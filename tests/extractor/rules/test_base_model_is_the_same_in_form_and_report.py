from extractor.rules.base_model_is_the_same_in_form_and_report import check
from models.extraction import Text


def test_a_name_within_a_phrase_passes() -> None:
    assert check(Text(value="Qwen2.5-7B"), Text(value="基于开源模型Qwen2.5-7B微调")) is None


def test_another_base_is_a_question() -> None:
    said = check(Text(value="Qwen2.5-7B"), Text(value="ChatGLM3-6B"))
    assert said is not None
    assert said.severity == "C"
