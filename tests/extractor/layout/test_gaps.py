from extractor.layout.gaps import has_gap
from extractor.layout.passage import Passage
from models.document import BoundingBox, Page, TextLine

PAGE = Page(file=0, number=1, width=1000, height=1000)


def _line(text: str, left: float, top: float = 0.1, pitch: float = 0.02) -> TextLine:
    right = left + pitch * len(text)
    return TextLine(
        text=text,
        box=BoundingBox(left=left, top=top, right=right, bottom=top + 0.02),
        confidence=0.99,
        centres=tuple(left + pitch * (place + 0.5) for place in range(len(text))),
        confidences=(0.99,) * len(text),
    )


def _passage(*lines: TextLine) -> Passage:
    return Passage(PAGE, lines, lines[0].box)


def test_evenly_set_letters_have_no_gap() -> None:
    assert not has_gap(_passage(_line("湖北荆诚会计师事务所", 0.1)))


def test_letters_lost_under_a_seal_leave_a_gap() -> None:
    assert has_gap(_passage(_line("湖", 0.1), _line("诚会计师事务所", 0.16)))


def test_the_end_of_a_row_and_the_start_of_the_next_are_not_neighbours() -> None:
    assert not has_gap(_passage(_line("湖北荆诚会计师", 0.1), _line("事务所", 0.1, top=0.13)))


def test_a_short_word_tells_nothing() -> None:
    assert not has_gap(_passage(_line("张", 0.1), _line("伟", 0.2)))


def test_digits_are_narrower_and_leave_no_gap() -> None:
    assert not has_gap(
        _passage(_line("武汉市", 0.1), _line("123", 0.165), _line("号软件园东路", 0.23))
    )
