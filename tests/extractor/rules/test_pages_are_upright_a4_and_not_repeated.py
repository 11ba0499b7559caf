from extractor.rules.pages_are_upright_a4_and_not_repeated import LONG_ENOUGH, check
from models.document import BoundingBox, Page, TextLine
from models.extraction import PageKind

BOX = BoundingBox(left=0.1, top=0.1, right=0.4, bottom=0.2)
WORDS = "甲" * LONG_ENOUGH


def page(number: int, text: str, **changes: int) -> PageKind:
    lines = (TextLine(text=text, box=BOX, confidence=1.0),) if text else ()
    one = Page(file=0, number=number, width=1654, height=2339, lines=lines)
    return PageKind(page=one.model_copy(update=changes), kind="other", confidence=1.0)


def test_upright_a4_pages_pass_and_so_does_a_page_across() -> None:
    assert check((page(1, "甲"), page(2, "乙"), page(3, "丙", width=2339, height=1654))) is None


def test_what_is_wrong_with_pages_is_one_note() -> None:
    said = check(
        (
            page(1, WORDS),
            page(2, ""),
            page(3, "乙", turned=180),
            page(4, "丙", height=1654),
            page(5, WORDS),
        )
    )
    assert said is not None
    assert said.severity == "D"
    assert (
        said.message == "空白页：第 2 页；倒置：第 3 页；非 A4 幅面：第 4 页；与前页重复：第 5 页"
    )


def test_short_pages_that_look_alike_are_no_copies() -> None:
    assert check((page(1, "附件"), page(2, "附件"))) is None


def test_nothing_is_said_where_no_page_was_read() -> None:
    said = check((page(1, ""), page(2, "")))
    assert said is not None
    assert said.outcome == "not_applicable"
