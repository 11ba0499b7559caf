"""Bytes in a folder under their sha256, and the pictures made of them."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, NamedTuple

from api.errors import NotFound, QuotaExceeded

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class Kept(NamedTuple):
    """What was written: its name, and its bytes counted."""

    sha256: str
    size: int


class Files:
    """The folder: ``blobs/ab/abcd…`` for bytes, ``pictures/ab/abcd…/`` for what is drawn of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / "incoming"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._incoming.mkdir(exist_ok=True)

    def keep(self, content: bytes) -> Kept:
        """Writes the bytes; the same bytes are kept once."""
        return self.keep_stream([content])

    def keep_stream(self, chunks: Iterable[bytes], limit: int | None = None) -> Kept:
        """Writes the chunks; raises QuotaExceeded over ``limit`` bytes and keeps nothing then."""
        digest = hashlib.sha256()
        size = 0
        with NamedTemporaryFile(dir=self._incoming, delete=False) as file:
            path = Path(file.name)
            try:
                for chunk in chunks:
                    size += len(chunk)
                    if limit is not None and size > limit:
                        raise QuotaExceeded(
                            f"文件超过 {limit >> 20} MB 的上限，请分开上传或压缩后再试"
                        )
                    digest.update(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return Kept(self._settle(path, digest.hexdigest()), size)

    def keep_file(self, source: Path) -> Kept:
        """Takes over a finished file; it is gone from where it was."""
        with source.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = os.fstat(file.fileno()).st_size
        staged = self._incoming / f"{digest}-{os.getpid()}"
        shutil.move(source, staged)
        with staged.open("rb") as file:
            os.fsync(file.fileno())
        return Kept(self._settle(staged, digest), size)

    def _settle(self, written: Path, sha256: str) -> str:
        target = self.path(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        written.chmod(0o600)
        written.replace(target)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return sha256

    def path(self, sha256: str) -> Path:
        """Where the bytes lie; raises NotFound for what is no sha256."""
        if not _SHA256.fullmatch(sha256):
            raise NotFound("找不到所请求的文件")
        return self.folder / "blobs" / sha256[:2] / sha256

    def __contains__(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BinaryIO:
        """The bytes as a stream; raises NotFound where they are gone."""
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise NotFound("文件已不在数据目录中，可能已过保存期限") from error

    def read(self, sha256: str) -> bytes:
        """All the bytes; raises NotFound where they are gone."""
        with self.open(sha256) as file:
            return file.read()

    def delete(self, sha256: str) -> None:
        """Removes the bytes and every picture made of them; nothing to remove is no fault."""
        self.path(sha256).unlink(missing_ok=True)
        shutil.rmtree(self.picture_folder(sha256), ignore_errors=True)

    def older(self, than: float) -> Iterator[str]:
        """The sha256 of all bytes that nobody has kept (again) since that time (epoch seconds)."""
        for path in (self.folder / "blobs").glob("??/*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < than:
                    yield path.name

    def picture_folder(self, sha256: str) -> Path:
        """The folder of the pictures made of these bytes."""
        self.path(sha256)
        return self.folder / "pictures" / sha256[:2] / sha256

    def picture(self, sha256: str, page: int, size: str) -> Path:
        """Where the picture of a page lies or belongs, for example ``p0003-full.webp``."""
        return self.picture_folder(sha256) / f"p{page:04d}-{size}.webp"

    def keep_picture(self, sha256: str, page: int, size: str, content: bytes) -> Path:
        """Writes a picture so that nobody ever reads half of it."""
        path = self.picture(sha256, page, size)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._incoming, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
        return path

    def clear_incoming(self, older_than: float) -> int:
        """Removes what a killed process left half written before that time; returns how many."""
        left = [path for path in self._incoming.iterdir() if path.stat().st_mtime < older_than]
        for path in left:
            with suppress(FileNotFoundError):
                path.unlink()
        return len(left)
