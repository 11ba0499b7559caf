from pathlib import Path

import pytest

from api.jobs.results import PageResults, StoredPage, encoded
from models.document import BoundingBox, Page, TextLine
from models.errors import OutputNotWritable

SHA = "ab" * 32


def stored(text: str = "营业执照") -> StoredPage:
    line = TextLine(
        text=text, box=BoundingBox(left=1 / 3, top=0, right=1, bottom=0.5), confidence=0.1 + 0.2
    )
    return StoredPage(
        Page(file=0, number=3, width=10, height=14, lines=(line,)), "double", {"ocr": 0.3}
    )


def test_a_page_comes_back_exactly_as_the_page_of_the_file_that_asks(tmp_path: Path) -> None:
    results = PageResults(tmp_path, "edition")
    results.put(SHA, 3, encoded(stored()), b"picture")
    again = results.load(SHA, 3, file=2)
    assert again is not None
    assert again.page == stored().page.model_copy(update={"file": 2})
    assert again.engine == "double"
    picture = results.picture(SHA, 3)
    assert picture is not None and picture.read_bytes() == b"picture"


def test_the_same_page_is_kept_in_the_same_bytes() -> None:
    assert encoded(stored()) == encoded(stored())


def test_a_page_read_by_another_edition_counts_as_not_read(tmp_path: Path) -> None:
    PageResults(tmp_path, "old").put(SHA, 3, encoded(stored()), None)
    assert not PageResults(tmp_path, "new").has(SHA, 3)
    assert PageResults(tmp_path, "new").load(SHA, 3, 0) is None


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"not gzip at all"])
def test_a_damaged_result_is_read_again(tmp_path: Path, damage: bytes) -> None:
    results = PageResults(tmp_path, "edition")
    results.put(SHA, 3, damage, None)
    assert results.load(SHA, 3, 0) is None
    assert not results.has(SHA, 3)


def test_nothing_half_written_is_left_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file stands where the folder should")
    with pytest.raises(OutputNotWritable, match="磁盘空间和权限"):
        PageResults(tmp_path, "edition").put(SHA, 3, encoded(stored()), None)
    assert [each.name for each in tmp_path.iterdir()] == ["pages"]


def test_only_who_sees_the_same_mark_shares_the_folder(tmp_path: Path) -> None:
    place = PageResults(tmp_path / "data", "edition").place()
    assert PageResults.seen_from(place) is not None
    (tmp_path / "data" / ".heyan-data").write_text("another folder at the same path")
    assert PageResults.seen_from(place) is None
