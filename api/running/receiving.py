"""What was uploaded becomes the files of a submission: zips opened, names tidied, types looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from api.errors import Invalid
from api.store.files import Files
from api.store.submissions import NewFile
from extractor.intake.content import READ, media_type_of
from extractor.intake.limits import Limits
from extractor.intake.opening import found_files
from models.errors import UnsupportedFile

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NAME_LENGTH = 200


class Uploaded(NamedTuple):
    """A file as it came, in a scratch folder."""

    name: str
    path: Path


def received(
    uploads: Sequence[Uploaded], files: Files, limits: Limits, scratch: Path
) -> list[NewFile]:
    """The files of a submission, in the order in which they are read and numbered.

    Raises an InputError where a zip can't be opened or nothing in the upload can be read.
    """
    folder = scratch / "uploaded"
    folder.mkdir(parents=True)
    for name, upload in zip(_names(uploads), uploads, strict=True):
        upload.path.rename(folder / name)
    found = found_files(folder, limits, scratch / "unpacked")
    typed = [(each, media_type_of(each.path)) for each in found]
    if not any(media_type in READ for _, media_type in typed):
        first = found[0].name if found else uploads[0].name
        raise UnsupportedFile(
            "上传的文件中没有可读取的，请提供 PDF、JPG、PNG、TIFF、.docx 或 zip 文件。", first
        )
    kept = []
    for each, media_type in typed:
        sha256, size = files.keep_file(each.path)
        kept.append(NewFile(name=each.name, sha256=sha256, media_type=media_type, size=size))
    return kept


def _names(uploads: Sequence[Uploaded]) -> list[str]:
    """A plain name for each, none of them twice."""
    taken: set[str] = set()
    names = []
    for upload in uploads:
        name = tidy(upload.name)
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        number = 2
        while name.casefold() in taken:
            name = f"{stem} ({number}){suffix}"
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return names


def tidy(name: str) -> str:
    """The last part of a path, without what can't stand in a file's name; raises Invalid."""
    plain = _CONTROL.sub("", name.replace("\\", "/")).rpartition("/")[2].strip().lstrip(".")
    if not plain:
        raise Invalid("文件没有名称，请重新选择文件")
    stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    while len((stem + suffix).encode()) > _NAME_LENGTH:
        stem = stem[:-1]
    return stem + suffix
