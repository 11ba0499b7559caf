from extractor.rules.data_security_is_provided_for import check
from extractor.rules.rule import Words
from models.document import BoundingBox, Page, TextLine
from models.extraction import PageKind

LONG = "本项目面向铸造行业开展缺陷检测模型的研发和应用。" * 20
BOX = BoundingBox(left=0.1, top=0.1, right=0.9, bottom=0.2)


def words(text: str) -> Words:
    return Words(pages=(text,), numbers=(20,))


def seen(text: str) -> tuple[PageKind, ...]:
    lines = (TextLine(text=text, box=BOX, confidence=0.99),)
    page = Page(file=0, number=7, width=100, height=100, lines=lines)
    return (PageKind(page=page, kind="other", confidence=0.9),)


def test_a_report_that_tells_of_its_rules_passes() -> None:
    assert check(words(LONG + "公司建立了数据安全管理制度。"), ()) is None


def test_an_enclosed_paper_is_as_good() -> None:
    said = check(words(LONG), seen("数据 分类分级 管理办法"))
    assert said is not None
    assert said.outcome == "passed"
    assert "第 7 页" in said.message


def test_papers_that_say_nothing_of_it_are_a_question() -> None:
    said = check(words(LONG), seen("承诺书"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_a_report_of_which_little_was_read_is_not_judged() -> None:
    said = check(words("一、项目概述"), ())
    assert said is not None
    assert said.outcome == "not_applicable"
