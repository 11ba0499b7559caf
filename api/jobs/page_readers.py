"""What makes the reader of a reading process."""

from __future__ import annotations

from typing import Protocol

from api.jobs.settings import ReaderOrder
from extractor.intake.opening import OpenedFile
from extractor.page_reading import PageRead, PageReader, ReaderSettings


class Reader(Protocol):
    """Reads pages; one per process."""

    def read(self, file: OpenedFile, index: int, number: int) -> PageRead:
        """The page ``number`` (from 1) of the file; its picture is written on the way."""


def page_reader(order: ReaderOrder) -> Reader:
    """The pipeline's reader with its models loaded; raises EngineError where one can't be."""
    return PageReader.of(
        ReaderSettings(
            engine=order.engine,
            weights=order.weights,
            limits=order.limits,
            threads=order.threads,
            pictures=order.pictures,
        )
    )
