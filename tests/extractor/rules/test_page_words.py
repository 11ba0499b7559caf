from typing import Any

from extractor.rules.page_words import is_blank, words_of
from models.document import BoundingBox, Cell, Page, Table, TextLine
from models.extraction import Evidence, Field, PageKind

BOX = BoundingBox(left=0.5, top=0.1, right=0.9, bottom=0.2)


def page(*texts: str, blank: bool = True) -> Page:
    cell = Cell(row=0, column=0, box=BOX, blank=blank)
    return Page(
        file=0,
        number=1,
        width=1654,
        height=2339,
        lines=tuple(TextLine(text=text, box=BOX, confidence=1.0) for text in texts),
        tables=(Table(box=BOX, cells=(cell,)),),
    )


def with_page(papers: Any, seen: Page) -> Any:
    submission = papers.submission(papers.form())
    kind = PageKind(page=seen, kind="application_form", confidence=1.0)
    return submission.model_copy(update={"pages": (kind,)})


def empty_cell() -> Field:
    evidence = Evidence(file=0, page=1, box=BOX, text="")
    return Field(key="application_form.x", label="甲", kind="text", evidence=(evidence,))


def test_words_are_half_width_and_without_spaces(papers: Any) -> None:
    submission = with_page(papers, page("承 诺 书", "（一）"))
    words = words_of(submission.extractions, submission)
    assert words is not None
    assert (words.text, words.where("诺书"), words.where("别的")) == (
        "承诺书(一)",
        "（第 1 页）",
        "",
    )


def test_pages_on_which_nothing_was_read_have_no_words(papers: Any) -> None:
    submission = with_page(papers, page())
    assert words_of(submission.extractions, submission) is None


def test_only_a_cell_whose_pixels_show_nothing_is_blank(papers: Any) -> None:
    assert is_blank(empty_cell(), with_page(papers, page()))
    assert not is_blank(empty_cell(), with_page(papers, page(blank=False)))
    assert not is_blank(empty_cell(), papers.submission())
