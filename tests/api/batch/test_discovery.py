from pathlib import Path

import pytest

from api.batch.discovery import find, state_of
from models.errors import InputError


def tree(folder: Path, *names: str) -> Path:
    """Files of these names under the folder, each a little PDF by its first bytes."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.7 " + name.encode())
    return folder


def names_of(folder: Path, known: dict[str, str] | None = None) -> dict[str, str]:
    found = find(folder, folder / "out", known or {})
    return {each.path.name: each.name for each in found.candidates}


def test_folders_zips_pdfs_and_pictures_are_submissions(tmp_path: Path) -> None:
    tree(
        tmp_path, "甲公司/申报书.pdf", "甲公司/证明/审计.pdf", "乙公司.pdf", "丙公司.zip", "丁.JPG"
    )
    assert names_of(tmp_path) == {
        "甲公司": "甲公司",
        "乙公司.pdf": "乙公司",
        "丙公司.zip": "丙公司",
        "丁.JPG": "丁",
    }


def test_a_second_submission_of_the_same_name_gets_a_number(tmp_path: Path) -> None:
    tree(tmp_path, "甲/a.pdf", "甲.pdf", "甲.zip")
    assert sorted(names_of(tmp_path).values()) == ["甲", "甲-2", "甲-3"]


def test_a_folder_keeps_its_points_and_a_file_loses_only_its_extension(tmp_path: Path) -> None:
    tree(tmp_path, "1.武汉某公司/a.pdf", "2.武汉某公司.V1.pdf", "3.没有扩展名")
    assert set(names_of(tmp_path).values()) == {
        "1.武汉某公司",
        "2.武汉某公司.V1",
        "3.没有扩展名",
    }


def test_names_stay_when_more_submissions_come(tmp_path: Path) -> None:
    tree(tmp_path, "甲.zip")
    first = names_of(tmp_path)
    tree(tmp_path, "甲.pdf", "甲/a.pdf")
    assert names_of(tmp_path, first)["甲.zip"] == "甲"
    assert sorted(names_of(tmp_path, first).values()) == ["甲", "甲-2", "甲-3"]


def test_no_submission_takes_the_name_of_a_summary(tmp_path: Path) -> None:
    tree(tmp_path, "summary.xlsx/a.pdf", "Overview.HTML.pdf")
    assert set(names_of(tmp_path).values()) == {"summary.xlsx-2", "Overview.HTML-2"}


def test_what_systems_and_samples_leave_is_no_submission(tmp_path: Path) -> None:
    tree(tmp_path, "甲.pdf", ".隐藏/a.pdf", "__MACOSX/a.pdf", "out/report.pdf", "~$甲.docx")
    for name in ("说明.txt", "甲.truth.json", "甲.readings.json.gz", "空"):
        (tmp_path / name).write_bytes(b"" if name == "空" else b"words")
    found = find(tmp_path, tmp_path / "out", {})
    assert [each.name for each in found.candidates] == ["甲"]
    assert set(found.ignored) == {"说明.txt", "甲.truth.json", "甲.readings.json.gz", "空"}


def test_a_file_that_claims_to_be_a_document_is_named_even_if_it_is_none(tmp_path: Path) -> None:
    (tmp_path / "空.pdf").write_bytes(b"")
    (tmp_path / "压缩.rar").write_bytes(b"Rar!\x1a\x07 x")
    (tmp_path / "假.docx").write_bytes(b"words")
    assert set(names_of(tmp_path).values()) == {"空", "压缩.rar", "假"}


def test_the_short_ones_come_first(tmp_path: Path) -> None:
    tree(tmp_path, "长.pdf", "短.pdf")
    (tmp_path / "长.pdf").write_bytes(b"%PDF-1.7" * 1000)
    found = find(tmp_path, tmp_path / "out", {})
    assert [each.name for each in found.candidates] == ["短", "长"]


def test_a_single_file_is_a_batch_of_one(tmp_path: Path) -> None:
    tree(tmp_path, "甲.pdf")
    found = find(tmp_path / "甲.pdf", tmp_path / "out", {})
    assert [each.name for each in found.candidates] == ["甲"]


def test_a_changed_file_changes_the_state_of_its_submission(tmp_path: Path) -> None:
    tree(tmp_path, "甲/a.pdf", "甲/b.pdf")
    before = state_of(tmp_path / "甲")
    assert state_of(tmp_path / "甲") == before
    (tmp_path / "甲/b.pdf").rename(tmp_path / "甲/c.pdf")
    assert state_of(tmp_path / "甲") != before


@pytest.mark.parametrize("name", ["没有这个", "空文件夹"])
def test_nothing_to_process_is_said_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "空文件夹").mkdir()
    with pytest.raises(InputError, match="请"):
        find(tmp_path / name, tmp_path / "out", {})
