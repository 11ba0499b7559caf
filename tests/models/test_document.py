import pytest
from pydantic import ValidationError

from models.document import BoundingBox, Cell, Page, Table, TextLine


def box(left: float, top: float, right: float, bottom: float) -> BoundingBox:
    return BoundingBox(left=left, top=top, right=right, bottom=bottom)


def test_an_inverted_box_is_refused() -> None:
    with pytest.raises(ValidationError):
        box(0.5, 0.1, 0.4, 0.2)


def test_a_box_off_the_page_is_refused_but_can_be_clipped() -> None:
    with pytest.raises(ValidationError):
        box(-0.01, 0, 0.5, 0.5)
    assert BoundingBox.clipped(-0.01, 0.7, 1.2, 0.5) == box(0, 0.5, 1, 0.7)


def test_part_of_a_line_is_cut_between_its_characters() -> None:
    line = TextLine(
        text="名称甲",
        box=box(0.1, 0.1, 0.4, 0.2),
        confidence=0.9,
        centres=(0.15, 0.2, 0.35),
        confidences=(1.0, 0.9, 0.5),
    )
    value = line.part(2, 3)
    assert (value.text, value.weakest) == ("甲", 0.5)
    assert value.box.left == pytest.approx(0.275)
    assert value.box.right == 0.4


def test_a_part_remembers_that_the_second_reading_differs() -> None:
    line = TextLine(text="金额12", box=box(0, 0, 0.4, 0.1), confidence=1, second_text="金额13")
    assert line.part(2, 4).second_text == "金额13"
    assert line.part(0, 2).second_text == "金额"


def test_a_merged_cell_is_found_at_every_place_it_covers() -> None:
    wide = Cell(row=0, column=0, column_span=2, box=box(0, 0, 1, 0.5))
    below = Cell(row=1, column=1, box=box(0.5, 0.5, 1, 1))
    table = Table(box=box(0, 0, 1, 1), cells=(wide, below))
    assert table.at(0, 1) == wide
    assert table.right_of(wide) is None
    assert table.at(1, 0) is None


def test_a_box_of_a_skewed_page_is_mapped_to_the_upright_page() -> None:
    page = Page(file=0, number=1, width=1000, height=1000, skew=90.0)
    # Straightened by a quarter turn, what was read at the top left stands at the top right.
    mapped = page.on_upright(box(0, 0, 0.1, 0.2))
    assert (mapped.left, mapped.top) == pytest.approx((0.8, 0.0))
    assert (mapped.right, mapped.bottom) == pytest.approx((1.0, 0.1))


def test_a_straight_page_keeps_its_boxes() -> None:
    page = Page(file=0, number=1, width=1000, height=1400)
    assert page.on_upright(box(0.2, 0.3, 0.4, 0.5)) == box(0.2, 0.3, 0.4, 0.5)
