from extractor.rules.rule import Words
from extractor.rules.tax_return_is_not_void import check


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def test_an_unmarked_return_passes() -> None:
    assert check(words("企业所得税年度纳税申报主表"), words("加计扣除优惠明细表")) == []


def test_a_marked_return_is_a_question() -> None:
    (said,) = check(words("主表"), words("明细表", "作废"))
    assert said.severity == "C"
    assert "A107012" in said.message
    assert "第 2 页" in said.message


def test_without_words_nothing_is_said() -> None:
    assert [each.outcome for each in check(None, None)] == ["not_applicable"]
