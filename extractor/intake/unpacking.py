"""Unpacks a zip file under limits, without ever using a name from inside it as a path."""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extractor.intake.limits import MIB, Limits
from models.errors import DamagedFile, PasswordRequired, TooLarge, UnsupportedFile

UTF8_NAME = 0x800
ENCRYPTED = 0x1
UNICODE_PATH = 0x7075
"""Number of the extra field in which some packers repeat the name in UTF-8."""
SMALL = 16 * MIB
"""Bytes below which a member may be packed as tightly as it likes."""


@dataclass(frozen=True)
class Unpacked:
    """A member of an archive, written out under a name of our own."""

    path: Path
    name: str
    """As packed, for display."""


def unpack(path: Path, name: str, limits: Limits, scratch: Path) -> tuple[Unpacked, ...]:
    """The files of the archive in its own order, written into ``scratch``.

    Raises:
        PasswordRequired, DamagedFile, TooLarge, UnsupportedFile: as the words say.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if _is_file(each)]
            check_members(members, name, limits)
            return tuple(
                Unpacked(_write(archive, member, scratch / f"{number:04d}"), member_name(member))
                for number, member in enumerate(members, start=1)
            )
    except NotImplementedError as error:
        raise UnsupportedFile(
            "压缩包采用了不支持的压缩方式，请改用普通 zip 重新打包。", name
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise DamagedFile("压缩包已损坏或不完整，请重新打包后提交。", name) from error


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a member as its packer meant it: UTF-8 where marked or valid, else GBK."""
    repeated = _unicode_path(member.extra)
    if repeated or member.flag_bits & UTF8_NAME:
        return _displayed(repeated or member.filename)
    packed = member.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return _displayed(packed.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _displayed(member.filename)


def _displayed(name: str) -> str:
    """The name without what would lead out of a folder."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("..", ".", "/")) or name


def _unicode_path(extra: bytes) -> str:
    """The Info-ZIP Unicode path, or nothing."""
    while len(extra) >= 4:
        number, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        # One byte of version and four of the checksum come first.
        if number == UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _is_file(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and not stat.S_ISLNK(member.external_attr >> 16)


def check_members(members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """Refuses what is too much by the sizes stated; reading stops at the size stated.

    Raises:
        TooLarge, PasswordRequired: as the words say.
    """
    if len(members) > limits.archive_members:
        raise TooLarge(f"压缩包内的文件超过 {limits.archive_members} 个，请拆分后提交。", name)
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise PasswordRequired("压缩包设有密码，无法读取，请取消密码后重新打包。", name)
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        size = limits.unpacked_bytes // MIB
        raise TooLarge(f"压缩包解压后超过 {size} MB 的上限，请拆分后提交。", name)
    for member in members:
        packed = max(1, member.compress_size)
        if member.file_size > SMALL and member.file_size / packed > limits.unpacked_ratio:
            raise TooLarge("压缩包的压缩比异常（疑似压缩炸弹），请直接提交原始文件。", name)
        if member.file_size > limits.file_bytes:
            size = limits.file_bytes // MIB
            raise TooLarge(f"压缩包内的“{member_name(member)}”超过 {size} MB 的上限。", name)


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, path.open("wb") as plain:
        while block := packed.read(MIB):
            plain.write(block)
    return path
