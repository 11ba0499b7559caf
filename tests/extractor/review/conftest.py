from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from extractor.pipeline import extract
from extractor.programmes.programme import Programme, load_programme
from extractor.recording import load_reading
from models.extraction import Submission, Value
from models.reading import Reading
from models.review import Correction, PageId

ROOT = Path(__file__).parents[3]


class Correct(Protocol):
    def __call__(
        self, document: str, key: str, value: Value | None, text: str = ""
    ) -> Correction: ...


@pytest.fixture(scope="session")
def reading() -> Reading:
    return load_reading(ROOT / "samples" / "golden" / "conflicts.readings.json.gz")


@pytest.fixture(scope="session")
def programme() -> Programme:
    return load_programme("hubei-2025")


@pytest.fixture(scope="session")
def machine(reading: Reading, programme: Programme) -> Submission:
    return extract(reading, programme, None)


@pytest.fixture(scope="session")
def correct(machine: Submission) -> Correct:
    pages = {each.id: each.pages[0] for each in machine.documents}

    def correction(document: str, key: str, value: Value | None, text: str = "") -> Correction:
        file, number = pages[document]
        return Correction(
            document=document,
            key=key,
            anchor=PageId(file=file, number=number),
            value=value,
            text=text,
            who="复核员",
            when=datetime(2026, 4, 1, tzinfo=UTC),
        )

    return correction
