from extractor.rules.rule import Words
from extractor.rules.third_party_base_is_not_called_own import check
from models.extraction import Text


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def test_a_third_partys_base_called_all_own_is_a_question() -> None:
    said = check(Text(value="Qwen2.5-72B"), words("概述", "本模型完全自主研发"), None)
    assert said is not None
    assert said.severity == "C"
    assert "第 2 页" in said.message
    assert check(Text(value="通义千问"), None, Text(value="公司模型全自研")) is not None


def test_an_own_base_and_a_modest_claim_pass() -> None:
    assert check(Text(value="自主研发"), words("本模型完全自主研发"), None) is None
    assert check(Text(value="Qwen2.5-72B"), words("自主研发了微调方法"), None) is None
    assert check(Text(value="Qwen2.5-72B"), None, None) is None
