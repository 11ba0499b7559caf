from pathlib import Path

import pytest

from extractor.recording import load_reading, recording_of, save_reading
from models.document import BoundingBox, Page, TextLine
from models.errors import DamagedFile
from models.reading import Reading

LINE = TextLine(
    text="营业执照",
    box=BoundingBox(left=0.123456789, top=0.1, right=0.5, bottom=0.2),
    confidence=0.987654321,
)
READING = Reading(
    name="a",
    files=(),
    pages=(Page(file=0, number=1, width=10, height=20, lines=(LINE,)),),
    engine="x",
)


def test_a_recording_gives_back_the_pages_to_a_hundredth_of_a_pixel(tmp_path: Path) -> None:
    save_reading(READING, tmp_path / "r.gz")
    (page,) = load_reading(tmp_path / "r.gz").pages
    assert page.lines[0].text == "营业执照"
    assert page.lines[0].box.left == pytest.approx(LINE.box.left, abs=1e-5)


def test_the_same_reading_gives_the_same_bytes(tmp_path: Path) -> None:
    save_reading(READING, tmp_path / "a.gz")
    save_reading(READING, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_a_missing_recording_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="--record"):
        load_reading(recording_of(tmp_path / "submission.pdf"))
