"""summary.json, summary.xlsx and overview.html of a batch, each complete or not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from api.batch.entry import Row
from api.batch.overview import write_overview
from api.batch.sharing import shared_files
from api.batch.spreadsheet import write_summary
from api.batch.state import BatchState
from api.jobs.results import write_whole, writing
from extractor.duplicates.comparing import duplicates_among
from models.batch import BatchSummary
from models.duplicate import Duplicate


def sum_up(out: Path, rows: Sequence[Row], title: str) -> tuple[Duplicate, ...]:
    """Writes the three files; returns what submissions share although each should have its own.

    Raises:
        OutputNotWritable: the folder can't be written.
    """
    prints = {row.name: row.fingerprint for row in rows if row.fingerprint is not None}
    duplicates = (*shared_files(rows), *duplicates_among(prints))
    summary = BatchSummary(submissions=tuple(row.summary for row in rows))
    text = summary.model_dump_json(by_alias=True, indent=1) + "\n"
    with writing(out):
        write_whole(out / "summary.json", text.encode())
        _replaced(out, "summary.xlsx", lambda path: write_summary(path, rows, duplicates))
        _replaced(out, "overview.html", lambda path: write_overview(path, rows, duplicates, title))
    return duplicates


def _replaced(out: Path, name: str, write: Callable[[Path], None]) -> None:
    with BatchState(out).scratch() as scratch:
        write(scratch / name)
        (scratch / name).replace(out / name)
