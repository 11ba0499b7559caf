from extractor.layout.seal_numbers import without_seal_numbers
from models.document import BoundingBox, Page, Seal, TextLine

SEAL = Seal(
    text="武汉某某公司", box=BoundingBox(left=0.6, top=0.2, right=0.8, bottom=0.34), confidence=0.9
)


def printed(text: str, left: float, top: float) -> TextLine:
    box = BoundingBox(left=left, top=top, right=left + 0.07, bottom=top + 0.012)
    return TextLine(text=text, box=box, confidence=0.99)


def kept(*lines: TextLine) -> list[str]:
    page = Page(file=0, number=1, width=1654, height=2339, lines=lines, seals=(SEAL,))
    return [line.text for line in without_seal_numbers(page).lines]


def test_the_number_at_the_foot_of_a_seal_is_no_print_of_the_page():
    assert kept(printed("某模型V2.0", 0.3, 0.31), printed("4201120187345", 0.665, 0.31)) == [
        "某模型V2.0"
    ]


def test_other_numbers_under_a_seal_stay():
    lines = (printed("13971508826", 0.665, 0.31), printed("914201000000000000", 0.665, 0.31))
    assert len(kept(*lines)) == 2


def test_a_number_of_thirteen_digits_away_from_the_foot_of_any_seal_stays():
    lines = (printed("4201120187345", 0.2, 0.31), printed("4201120187345", 0.665, 0.22))
    assert len(kept(*lines)) == 2
