"""Opens what one applicant handed in: a file, a folder or a zip file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.intake.content import (
    EMPTY,
    LOCKED_OFFICE,
    READ,
    REMEDIES,
    UNKNOWN,
    WORD,
    ZIP,
    media_type_of,
)
from extractor.intake.inspecting import count_pages
from extractor.intake.limits import MIB, Limits
from extractor.intake.unpacking import unpack
from extractor.intake.word import check_package
from models.errors import (
    DamagedFile,
    InputError,
    PasswordRequired,
    TooLarge,
    TooManyPages,
    UnsupportedFile,
)

LEFT_BY_SYSTEMS = {"thumbs.db", "desktop.ini", "__macosx"}
CLAIMED = {".pdf": "PDF", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".tif": "TIFF",
           ".tiff": "TIFF", ".docx": "Word", ".zip": "zip"}  # fmt: skip
"""What an extension promises, for the message where the content is something else."""


@dataclass(frozen=True)
class OpenedFile:
    """A file of the submission that is there, whole and of a known type."""

    path: Path
    name: str
    """As handed in, folders of the archive or folder included."""
    sha256: str
    media_type: str
    pages: int
    """0 where the file is of a type that holds no evidence and is not read."""


@dataclass(frozen=True)
class Found:
    """A file before it was looked at."""

    path: Path
    name: str
    """As handed in, folders of the archive or folder included."""


def open_submission(path: Path, limits: Limits, scratch: Path) -> tuple[OpenedFile, ...]:
    """The files of one submission in natural order of their names; zips go to ``scratch``.

    In a folder or zip, files of unrelated types (tables, notes) are listed with no pages.

    Raises:
        InputError: with the file, why it can't be read and what to do.
    """
    try:
        found = list(_found(path, limits, scratch))
        alone = [each.path for each in found] == [path]
        typed = [(each, _media_type(each, limits, alone)) for each in found]
    except OSError as error:
        raise InputError("文件无法读取，请核对路径和访问权限。", path.name) from error
    if not any(media_type in READ for _, media_type in typed):
        raise UnsupportedFile(_nothing_to_read(path, bool(found)), path.name)
    for each, kind in typed:
        if kind == WORD:
            check_package(each.path, each.name, limits)
    counted = [(each, kind) for each, kind in typed if kind in READ and kind != WORD]
    numbers = count_pages([(each.path, each.name, kind) for each, kind in counted], limits)
    pages = dict(zip((each for each, _ in counted), numbers, strict=True))
    if sum(numbers) > limits.pages:
        raise TooManyPages(
            f"共 {sum(numbers)} 页，超过 {limits.pages} 页的上限，请拆分后提交。", path.name
        )
    return tuple(
        OpenedFile(
            each.path, each.name, _sha256(each.path), kind, pages.get(each, int(kind == WORD))
        )
        for each, kind in typed
    )


def _nothing_to_read(path: Path, anything: bool) -> str:
    place = "文件夹" if path.is_dir() else "压缩包"
    if not anything:
        return f"{place}为空，没有可读取的文件，请放入申报材料后重试。"
    return f"{place}中没有可读取的文件，请提供 PDF、JPG、PNG、TIFF、.docx 或 zip 文件。"


def found_files(path: Path, limits: Limits, scratch: Path) -> tuple[Found, ...]:
    """The files ``open_submission`` would open, in its order; zips go to ``scratch``.

    Raises:
        InputError: the path is not there, or a zip in it can't be opened.
    """
    return tuple(_found(path, limits, scratch))


def _found(path: Path, limits: Limits, scratch: Path) -> Iterator[Found]:
    """The files of a folder and of zip files, sorted; or the one file itself."""
    if not path.exists():
        raise InputError("找不到这个文件或文件夹，请核对路径。", path.name)
    if path.is_dir():
        inside = [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
        listed = [Found(each, each.relative_to(path).as_posix()) for each in inside]
    else:
        listed = [Found(path, path.name)]
    yield from _with_zips_opened(listed, limits, scratch, depth=1)


def _with_zips_opened(
    listed: list[Found], limits: Limits, scratch: Path, depth: int
) -> Iterator[Found]:
    kept = [each for each in listed if depth == 1 and len(listed) == 1 or not _ignored(each.name)]
    for number, each in enumerate(sorted(kept, key=lambda each: _natural(each.name)), start=1):
        _check_size(each, limits)
        if media_type_of(each.path) != ZIP:
            yield each
            continue
        if Path(each.name).suffix.lower() in CLAIMED.keys() - {".zip"}:
            raise _not_as_named(each)
        if depth > limits.archive_depth:
            raise UnsupportedFile("压缩包嵌套层数过多，请解压后重新打包提交。", each.name)
        inside = scratch / f"{depth}-{number:04d}"
        prefix = "" if depth == 1 and len(listed) == 1 else f"{each.name}/"
        members = unpack(each.path, each.name, limits, inside)
        unpacked = [Found(member.path, prefix + member.name) for member in members]
        yield from _with_zips_opened(unpacked, limits, inside, depth + 1)


def _ignored(name: str) -> bool:
    """Whether an operating system or Word left the file there."""
    parts = name.lower().split("/")
    return any(part.startswith((".", "~$")) or part in LEFT_BY_SYSTEMS for part in parts)


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts 2 before 10 and both before words."""
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
        for piece in re.split(r"(\d+)", name.lower())
        if piece
    )


def _check_size(each: Found, limits: Limits) -> None:
    if not each.path.is_file():
        raise UnsupportedFile("不是普通文件，无法读取。", each.name)
    if each.path.stat().st_size > limits.file_bytes:
        raise TooLarge(
            f"文件超过 {limits.file_bytes // MIB} MB 的上限，请压缩或拆分后提交。", each.name
        )


def _media_type(each: Found, limits: Limits, alone: bool) -> str:
    """The type by content; refuses what is damaged, locked or may hold evidence we can't read."""
    media_type = media_type_of(each.path)
    if media_type in READ:
        return media_type
    if media_type == EMPTY:
        raise DamagedFile("文件为空（0 字节），请重新导出或重新上传。", each.name)
    if media_type == LOCKED_OFFICE:
        raise PasswordRequired("文件设有打开密码，无法读取，请取消密码后重新提交。", each.name)
    if media_type in REMEDIES:
        raise UnsupportedFile(f"不能读取：{REMEDIES[media_type]}", each.name)
    if Path(each.name).suffix.lower() in CLAIMED:
        raise _not_as_named(each)
    if alone:
        raise UnsupportedFile(
            "不支持的文件类型，请提供 PDF、JPG、PNG、TIFF、.docx 或 zip 文件。", each.name
        )
    return UNKNOWN


def _not_as_named(each: Found) -> DamagedFile:
    suffix = Path(each.name).suffix.lower()
    return DamagedFile(
        f"扩展名为 {suffix}，内容却不是有效的 {CLAIMED[suffix]} 文件，请重新导出后提交。", each.name
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
