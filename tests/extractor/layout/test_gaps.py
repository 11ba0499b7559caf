from extractor.layout.gaps import has_gap, has_other_print
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


def test_a_line_of_far_larger_print_is_none_of_the_value() -> None:
    small = _line("罚款人民币叁万元", 0.2), _line("并责令限期改正", 0.2, 0.13)
    stamped = _line("信用中", 0.4, 0.09)
    large = stamped.model_copy(
        update={"box": stamped.box.model_copy(update={"bottom": stamped.box.top + 0.06})}
    )
    assert not has_other_print(_passage(*small))
    assert has_other_print(_passage(*small, large))
