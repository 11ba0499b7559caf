"""One submission from its path to the three report files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from extractor.page_reading import ReaderSettings
from extractor.pipeline import Progress, extract, read, verify
from extractor.programmes.programme import Programme
from extractor.reports.page import write_page
from extractor.reports.spreadsheet import write_spreadsheet
from extractor.settings import Settings
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from extractor.workers import page_pool
from models.errors import OutputNotWritable
from models.report import Produced, Report


def verify_path(
    path: Path,
    out: Path | None,
    settings: Settings,
    programme: Programme,
    submitted_on: date | None,
    progress: Progress,
) -> Report:
    """The report on one submission; its files are written under ``out`` where that is given.

    Raises an InputError where the submission can't be processed, before anything is written.
    """
    started = perf_counter()
    with _scratch(out) as scratch:
        limits = Limits(pages=settings.max_pages)
        files = open_submission(path, limits, scratch / "unpacked")
        pictures = scratch / "pages"
        pictures.mkdir()
        reader = ReaderSettings(
            engine=settings.engine, weights=settings.weights, limits=limits, pictures=pictures
        )
        pages = sum(file.pages for file in files)
        with page_pool(reader, max(1, min(settings.workers, pages))) as pool:
            reading = read(path.stem, files, pool, progress)
        submission = extract(reading, programme, submitted_on)
        seconds = perf_counter() - started
        report = verify(
            submission,
            programme,
            Produced(
                version=version("heyan"),
                engine=reading.engine,
                weights={each.name: each.sha256 for each in DEFAULT_WEIGHTS},
                seconds=round(seconds, 3),
                pages_per_minute=round(60 * pages / seconds, 1),
            ),
        )
        if out is not None:
            _write(report, pictures, scratch, out)
    return report


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


def _write(report: Report, pictures: Path, scratch: Path, out: Path) -> None:
    """The three files, each complete or not there at all."""
    try:
        (scratch / "report.json").write_text(report_json(report), encoding="utf-8")
        write_page(report, pictures, scratch / "report.html")
        write_spreadsheet(report, scratch / "report.xlsx")
        for name in ("report.html", "report.xlsx", "report.json"):
            (scratch / name).replace(out / name)
    except OSError as error:
        raise OutputNotWritable(
            f"报告写不进输出文件夹（{error.strerror}）；请检查权限和磁盘空间后重试", str(out)
        ) from None
