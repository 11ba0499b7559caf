from extractor.rules.multimodal_model_has_several_modalities import check
from extractor.rules.rule import Words
from models.extraction import Choice, Text


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


MULTI = Choice(value="多模态大模型")


def test_two_kinds_of_data_pass() -> None:
    assert check(words("融合图像与振动信号"), MULTI, None) is None
    assert check(words("识别图像"), MULTI, Text(value="对话能力")) is None


def test_a_multimodal_model_of_one_kind_is_a_question() -> None:
    said = check(words("识别图像中的缺陷"), MULTI, None)
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_other_models_are_not_asked() -> None:
    said = check(words("图像与文本"), Choice(value="单模态大模型"), None)
    assert said is not None
    assert said.outcome == "not_applicable"
