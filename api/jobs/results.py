"""What was read from each page, kept under the hash of its file: read once, found ever after."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pydantic import TypeAdapter

from models.document import Page
from models.errors import OutputNotWritable

MARK = ".heyan-data"
"""File with a random name in it: a worker that sees the same mark shares the folder."""
_FOLDER = "pages"


@dataclass(frozen=True)
class StoredPage:
    """A page as read; its file index is 0, whichever submission asks."""

    page: Page
    engine: str
    seconds: dict[str, float]


_STORED = TypeAdapter(StoredPage)


@dataclass(frozen=True)
class Place:
    """Where a folder of results lies, for a worker that may or may not see it."""

    folder: Path
    mark: str
    edition: str


class PageResults:
    """One compressed file per page below a data folder, with a picture beside it."""

    def __init__(self, folder: Path, edition: str) -> None:
        """``folder``: the data folder. ``edition``: what reads the pages (``reading_edition``)."""
        self._data = folder
        self._folder = folder / _FOLDER / edition
        self.edition = edition

    @classmethod
    def seen_from(cls, place: Place) -> PageResults | None:
        """The results of that place, or None where this machine does not share its folder."""
        try:
            shared = (place.folder / MARK).read_text("ascii") == place.mark
        except (OSError, ValueError):
            return None
        return cls(place.folder, place.edition) if shared else None

    def place(self) -> Place:
        """Where the results lie; marks the folder.

        Raises:
            OutputNotWritable: where it can't be written.
        """
        mark = self._data / MARK
        with writing(self._data):
            if not mark.exists():
                write_whole(mark, uuid4().hex.encode())
            return Place(self._data.absolute(), mark.read_text("ascii"), self.edition)

    def has(self, sha256: str, number: int) -> bool:
        """Whether the page was read; a damaged file counts as read until it is loaded."""
        return self._path(sha256, number).is_file()

    def load(self, sha256: str, number: int, file: int) -> StoredPage | None:
        """The page as the ``file``-th of its submission; None where it was not read.

        A file that a power cut left damaged is removed, so that the page is read again.
        """
        path = self._path(sha256, number)
        try:
            stored = decoded(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, EOFError, ValueError):
            path.unlink(missing_ok=True)
            return None
        page = stored.page.model_copy(update={"file": file})
        return StoredPage(page, stored.engine, stored.seconds)

    def put(self, sha256: str, number: int, contents: bytes, picture: bytes | None) -> None:
        """Keeps an encoded page, the picture first: a page that is there is complete.

        Raises:
            OutputNotWritable: the disk is full or the folder can't be written.
        """
        path = self._path(sha256, number)
        with writing(self._data):
            if picture is not None:
                write_whole(self._picture(sha256, number), picture)
            write_whole(path, contents)

    def picture(self, sha256: str, number: int) -> Path | None:
        """The upright picture of the page as JPEG; None where it has none."""
        path = self._picture(sha256, number)
        return path if path.is_file() else None

    def _path(self, sha256: str, number: int) -> Path:
        return self._folder / sha256[:2] / sha256 / f"{number}.json.gz"

    def _picture(self, sha256: str, number: int) -> Path:
        return self._folder / sha256[:2] / sha256 / f"{number}.jpg"


def encoded(stored: StoredPage) -> bytes:
    """The page as it is kept: the same bytes for the same page."""
    return gzip.compress(_STORED.dump_json(stored, exclude_defaults=True), mtime=0)


def decoded(contents: bytes) -> StoredPage:
    """The page in the bytes; raises ValueError, OSError or EOFError where they are damaged."""
    return _STORED.validate_json(gzip.decompress(contents))


def write_whole(path: Path, contents: bytes) -> None:
    """Writes a file that is there as a whole or not at all; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}-{uuid4().hex[:8]}")
    try:
        unfinished.write_bytes(contents)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns an OSError of the block into one sentence about the folder.

    Raises:
        OutputNotWritable: in its place.
    """
    try:
        yield
    except OSError as error:
        raise OutputNotWritable(
            f"写不进数据文件夹（{error.strerror or error}）；请检查磁盘空间和权限，然后重新运行，"
            "已完成的不会丢失",
            str(folder),
        ) from None
