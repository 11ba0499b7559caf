import hashlib
import time
from pathlib import Path

import pytest

from api.errors import NotFound, QuotaExceeded
from api.store.files import Files

CONTENT = b"%PDF-1.7 a file"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


def everything(files: Files) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


def test_what_was_kept_is_read_back_under_its_hash(files: Files) -> None:
    assert files.keep(CONTENT) == (SHA256, len(CONTENT))
    assert SHA256 in files
    assert files.read(SHA256) == CONTENT


def test_the_same_bytes_lie_there_once(files: Files) -> None:
    files.keep(CONTENT)
    files.keep_stream([CONTENT[:5], CONTENT[5:]])
    assert len(everything(files)) == 1


def test_an_upload_over_the_limit_leaves_nothing_behind(files: Files) -> None:
    with pytest.raises(QuotaExceeded, match="1 MB"):
        files.keep_stream([b"x" * (1 << 20), b"x"], limit=1 << 20)
    assert everything(files) == []


def test_an_upload_that_breaks_off_leaves_nothing_behind(files: Files) -> None:
    def broken():
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        files.keep_stream(broken())
    assert everything(files) == []


def test_a_finished_upload_is_taken_over(files: Files, tmp_path: Path) -> None:
    upload = tmp_path / "upload"
    upload.write_bytes(CONTENT)
    assert files.keep_file(upload).sha256 == SHA256
    assert not upload.exists()
    assert files.read(SHA256) == CONTENT


def test_deleting_takes_the_pictures_along(files: Files) -> None:
    files.keep(CONTENT)
    files.keep_picture(SHA256, 3, "full", b"RIFF")
    assert files.picture(SHA256, 3, "full").read_bytes() == b"RIFF"
    files.delete(SHA256)
    assert everything(files) == []
    with pytest.raises(NotFound, match="保存期限"):
        files.read(SHA256)
    files.delete(SHA256)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", SHA256.upper(), SHA256 + "0"])
def test_only_hashes_name_files(files: Files, name: str) -> None:
    with pytest.raises(NotFound):
        files.open(name)
    with pytest.raises(NotFound):
        files.picture(name, 1, "full")


def test_what_a_killed_process_left_half_written_is_cleared(files: Files) -> None:
    left = files.folder / "incoming" / "half"
    left.write_bytes(b"half")
    assert files.clear_incoming(older_than=left.stat().st_mtime - 1) == 0
    assert files.clear_incoming(older_than=time.time() + 1) == 1
    assert not left.exists()
