import zipfile
from pathlib import Path

import pytest

from extractor.intake.limits import Limits
from extractor.intake.unpacking import member_name, unpack
from models.errors import PasswordRequired


def as_packed(tmp_path: Path, name: bytes) -> zipfile.ZipInfo:
    """The member a packer wrote that put these bytes for its name and set no flag."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("N" * len(name), b"")
    path.write_bytes(path.read_bytes().replace(b"N" * len(name), name))
    with zipfile.ZipFile(path) as archive:
        return archive.infolist()[0]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_chinese_name_is_read_whichever_way_it_was_packed(tmp_path: Path, encoding: str) -> None:
    assert member_name(as_packed(tmp_path, "申报书.pdf".encode(encoding))) == "申报书.pdf"


def test_folders_above_are_left_out_of_a_name(tmp_path: Path) -> None:
    assert member_name(as_packed(tmp_path, b"..\\..\\etc\\a.pdf")) == "etc/a.pdf"


def test_a_zip_under_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.pdf", b"x")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(PasswordRequired, match="密码"):
        unpack(path, "a.zip", Limits(), tmp_path / "out")
