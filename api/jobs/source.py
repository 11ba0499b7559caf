"""Where the pages of submissions come from: a cluster that reads them, or recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Protocol

from api.jobs.edition import reading_edition
from api.jobs.results import PageResults, StoredPage
from api.jobs.settings import RECORDED, JobSettings
from extractor.intake.opening import OpenedFile
from models.batch import Problem
from models.document import Page
from models.errors import InputError, NothingRecognised, PageFailed
from models.extraction import SourceFile
from models.reading import Reading

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all."""
UNREAD_SIZE = (1654, 2339)
"""Pixels stated of a page that could not be read: an A4 at 200 dpi."""


@dataclass(frozen=True)
class ReadSubmission:
    """Every page of a submission, and the problems of those that could not be read."""

    reading: Reading
    problems: tuple[Problem, ...] = ()


class PageSource(Protocol):
    """Gives the pages of submissions; callers may share one between threads."""

    @property
    def workers(self) -> int:
        """How many processes read pages now; 0 where none is needed."""

    def read(
        self,
        name: str,
        files: Sequence[OpenedFile],
        progress: Progress = ...,
        cancelled: Event | None = None,
    ) -> ReadSubmission:
        """Every page of the files.

        Raises:
            NothingRecognised: all pages are blank.
            InputError: the files can't be read, or changed meanwhile.
            OutputNotWritable: the data folder can't be written.
            ClusterLost, Cancelled, EngineError: as the words say; what was read is kept.
        """

    def missing(self, files: Sequence[OpenedFile]) -> int:
        """How many of the pages were not read yet."""

    def picture(self, sha256: str, number: int) -> Path | None:
        """The upright picture of a page as JPEG; None where there is none."""


@contextmanager
def page_source(
    settings: JobSettings, data: Path, recordings: Path | None = None
) -> Iterator[PageSource]:
    """The pages of the engine that the settings name; a cluster lives as long as the block.

    Args:
        settings: engine, cluster and limits.
        data: the folder where what was read is kept.
        recordings: for the engine ``recorded``, the folder that is searched for recordings.

    Raises:
        ClusterLost: the scheduler can't be reached.
        OutputNotWritable: ``data`` can't be written.
    """
    if settings.engine == RECORDED:
        from api.jobs.recorded import RecordedPages

        yield RecordedPages(recordings or data, PageResults(data, RECORDED))
        return
    results = PageResults(data, reading_edition(settings.engine))
    place = results.place()
    # Dask takes half a second to import: only who reads pages pays for it.
    from api.jobs.cluster import cluster_client
    from api.jobs.reading import ClusterPages

    with cluster_client(settings) as client:
        yield ClusterPages(client, settings, results, place)


def assembled(
    name: str,
    files: Sequence[OpenedFile],
    stored: Iterable[StoredPage],
    problems: Sequence[Problem],
    elapsed: float,
) -> ReadSubmission:
    """The pages in order, with an unread one in the place of each that failed.

    Raises:
        NothingRecognised: no page has anything on it, and none failed.
        PageFailed: what pages there are failed or are blank.
    """
    taken = list(stored)
    numbers = {file.name: index for index, file in enumerate(files)}
    unread = [_unread(numbers[each.file or ""], each.page or 1) for each in problems]
    if all(each.page.blank for each in taken):
        raise _nothing(name, problems)
    seconds: dict[str, float] = {}
    for each in taken:
        for stage, spent in each.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + spent
    pages = sorted(
        (*(each.page for each in taken), *unread), key=lambda page: (page.file, page.number)
    )
    reading = Reading(
        name=name,
        files=tuple(
            SourceFile(
                name=file.name, sha256=file.sha256, media_type=file.media_type, pages=file.pages
            )
            for file in files
        ),
        pages=tuple(pages),
        engine="、".join(sorted({each.engine for each in taken} - {""})) or "文本层",
        seconds=seconds,
        elapsed=elapsed,
    )
    return ReadSubmission(reading, tuple(problems))


def _unread(file: int, number: int) -> Page:
    width, height = UNREAD_SIZE
    return Page(file=file, number=number, width=width, height=height, unread=True)


def _nothing(name: str, problems: Sequence[Problem]) -> InputError:
    if not problems:
        return NothingRecognised("所有页都是空白，没有可识别的内容；请检查扫描件后重新提交", name)
    first = problems[0]
    return PageFailed(first.message, first.file, first.page, first.class_)
