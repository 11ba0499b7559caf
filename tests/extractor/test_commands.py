import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.commands import app, run

Heyan = Callable[..., tuple[int, str]]


@pytest.fixture
def heyan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Heyan:
    """Runs the command with these words; gives its exit status and what it said on stderr."""

    def call(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["heyan", *words])
        with pytest.raises(SystemExit) as ended:
            run(app)
        return int(ended.value.code or 0), capsys.readouterr().err

    return call


def test_an_empty_folder_is_refused_in_one_line_and_nothing_is_written(
    heyan: Heyan, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    status, said = heyan("verify", str(tmp_path / "in"), "--out", str(tmp_path / "out"))
    assert status == 2
    assert len(said.strip().splitlines()) == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_that_is_no_pdf_inside_is_named(heyan: Heyan, tmp_path: Path) -> None:
    fake = tmp_path / "申报.pdf"
    fake.write_bytes(b"not a pdf at all" * 100)
    status, said = heyan("verify", str(fake), "--out", str(tmp_path / "out"))
    assert status == 2
    assert "申报.pdf" in said


def test_an_output_folder_that_is_a_file_is_refused_before_reading(
    heyan: Heyan, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    status, said = heyan("verify", str(tmp_path), "--out", str(tmp_path / "out"))
    assert status == 2
    assert "输出文件夹" in said


def test_an_unknown_programme_is_refused(heyan: Heyan, tmp_path: Path) -> None:
    status, _ = heyan("verify", str(tmp_path), "--out", str(tmp_path / "o"), "--programme", "none")
    assert status == 2


def test_the_rule_catalogue_is_printed(heyan: Heyan) -> None:
    status, _ = heyan("rules")
    assert status == 0
