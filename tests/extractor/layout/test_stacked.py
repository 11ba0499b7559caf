import re

from extractor.layout.stacked import longest_from
from models.document import BoundingBox, Page, TextLine

WHOLE = re.compile(r"([一-龥]+会计师事务所(?:有限公司)?)")


def _line(text: str, left: float, top: float) -> TextLine:
    right = left + 0.02 * len(text)
    return TextLine(
        text=text,
        box=BoundingBox(left=left, top=top, right=right, bottom=top + 0.02),
        confidence=0.99,
    )


def _found(first: TextLine, *others: TextLine) -> str | None:
    page = Page(file=0, number=1, width=1000, height=1000, lines=(first, *others))
    found = longest_from(page, first, WHOLE)
    return None if found is None else found.text


def test_flush_lines_are_one_name() -> None:
    assert _found(_line("湖北荆诚会计师", 0.1, 0.1), _line("事务所有限公司", 0.1, 0.125)) == (
        "湖北荆诚会计师事务所有限公司"
    )


def test_centred_lines_are_one_name() -> None:
    assert _found(_line("湖北荆诚会计师事务所", 0.3, 0.1), _line("有限公司", 0.36, 0.125)) == (
        "湖北荆诚会计师事务所有限公司"
    )


def test_a_name_above_the_middle_of_a_line_is_no_part_of_it() -> None:
    assert _found(_line("彭晓东", 0.34, 0.1), _line("诚会计师事务所有限公司", 0.15, 0.125)) is None


def test_lines_that_end_at_one_margin_are_one_name() -> None:
    first = _line("武汉荆诚会计师事务所", 0.5, 0.1)
    assert _found(first, _line("有限公司", 0.63, 0.125)) == "武汉荆诚会计师事务所有限公司"
