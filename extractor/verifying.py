"""One submission from its path to the three report files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from extractor.page_reading import ReaderSettings
from extractor.pipeline import Progress, extract, read, verify
from extractor.programmes.programme import Programme
from extractor.recording import load_reading, recording_of, save_reading
from extractor.reports.page import write_page
from extractor.reports.spreadsheet import write_spreadsheet
from extractor.settings import Settings
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from extractor.workers import page_pool
from models.errors import OutputNotWritable
from models.reading import Reading
from models.report import Produced, Report

_PICTURES = "pages"


@dataclass(frozen=True)
class Request:
    """One submission to verify, and what comes of it."""

    path: Path
    out: Path | None
    """The folder of report.json, report.html and report.xlsx; None writes none."""
    programme: Programme
    submitted_on: date | None = None
    record: Path | None = None
    """Where to keep what was read, to replay it later."""


def verify_path(request: Request, settings: Settings, progress: Progress) -> Report:
    """The report on one submission, written where the request says.

    Raises an InputError where the submission can't be processed, before anything is written.
    """
    started = perf_counter()
    with _scratch(request.out) as scratch:
        reading = _reading(request, settings, scratch, progress)
        if request.record is not None:
            save_reading(reading, request.record)
        submission = extract(reading, request.programme, request.submitted_on)
        seconds = perf_counter() - started
        report = verify(
            submission,
            request.programme,
            Produced(
                version=version("heyan"),
                engine=reading.engine,
                weights={each.name: each.sha256 for each in DEFAULT_WEIGHTS},
                seconds=round(seconds, 3),
                pages_per_minute=round(60 * len(reading.pages) / seconds, 1),
            ),
        )
        if request.out is not None:
            _write(report, scratch, request.out)
    return report


def _reading(request: Request, settings: Settings, scratch: Path, progress: Progress) -> Reading:
    """The pages as read now, or as they were recorded."""
    if settings.engine == "recorded":
        return load_reading(recording_of(request.path))
    limits = Limits(pages=settings.max_pages)
    files = open_submission(request.path, limits, scratch / "unpacked")
    (scratch / _PICTURES).mkdir()
    reader = ReaderSettings(
        engine=settings.engine,
        weights=settings.weights,
        limits=limits,
        pictures=scratch / _PICTURES,
    )
    pages = sum(file.pages for file in files)
    with page_pool(reader, max(1, min(settings.workers, pages))) as pool:
        return read(request.path.stem, files, pool, progress)


def report_json(report: Report) -> str:
    """report.json as text."""
    return report.model_dump_json(by_alias=True, indent=1) + "\n"


@contextmanager
def _scratch(out: Path | None) -> Iterator[Path]:
    """A folder for the time of the run; beside the output, so that files can be renamed into it.

    Raises OutputNotWritable before any page is read.
    """
    try:
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".heyan-", dir=out))
    except OSError as error:
        raise OutputNotWritable(
            f"输出文件夹不可写（{error.strerror}）；请换一个文件夹，或检查权限和磁盘空间", str(out)
        ) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(report: Report, scratch: Path, out: Path) -> None:
    """The three files, each complete or not there at all."""
    try:
        (scratch / "report.json").write_text(report_json(report), encoding="utf-8")
        write_page(report, scratch / _PICTURES, scratch / "report.html")
        write_spreadsheet(report, scratch / "report.xlsx")
        for name in ("report.html", "report.xlsx", "report.json"):
            (scratch / name).replace(out / name)
    except OSError as error:
        raise OutputNotWritable(
            f"报告写不进输出文件夹（{error.strerror}）；请检查权限和磁盘空间后重试", str(out)
        ) from None
