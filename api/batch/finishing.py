"""From pages to reports, for one submission; runs in a process beside those that read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from api.batch.collecting import collected_of
from api.batch.entry import Entry, Row, row_of
from api.batch.state import BatchState
from api.jobs.edition import checking_edition, extracting_edition
from api.jobs.results import PageResults, writing
from api.jobs.source import assembled
from extractor.duplicates.fingerprint import fingerprint_of
from extractor.intake.opening import OpenedFile
from extractor.page_pictures import picture_path
from extractor.pipeline import extract, stated_day, verify
from extractor.programmes.programme import load_programme
from extractor.reports.page import write_page
from extractor.reports.spreadsheet import write_spreadsheet
from extractor.verifying import report_json
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from models.batch import Problem
from models.duplicate import FINGERPRINT_VERSION
from models.extraction import Submission
from models.reading import Reading
from models.report import Produced, Report

programme_named = lru_cache(load_programme)


@dataclass(frozen=True)
class Wanted:
    """What is to be made of each submission of a batch."""

    out: Path
    programme: str
    submitted_on: date | None
    html: bool
    """Whether report.html and report.xlsx are wanted beside report.json."""
    edition: str
    """Of what reads pages: where their pictures lie."""


@dataclass(frozen=True)
class Finish:
    """A submission whose pages were read."""

    name: str
    source: str
    state: str
    engine: str
    reading: Reading
    problems: tuple[Problem, ...]
    seconds: float
    """Since its files were opened."""


def finish(wanted: Wanted, order: Finish) -> Row:
    """Extracts, checks, writes the reports and keeps the entry, in this order.

    Raises:
        OutputNotWritable: nothing half-written is left.
    """
    started = perf_counter()
    state = BatchState(wanted.out)
    programme = programme_named(wanted.programme)
    submission = extract(order.reading, programme, wanted.submitted_on)
    fingerprint = fingerprint_of(submission)
    state.save_submission(order.name, submission)
    entry = Entry(
        source=order.source,
        state=order.state,
        engine=order.engine,
        engine_name=order.reading.engine,
        reading=wanted.edition,
        extracting=extracting_edition(),
        row=Row(
            name=order.name,
            problems=order.problems,
            seconds=order.seconds + perf_counter() - started,
            fingerprint=fingerprint,
        ),
    )
    return _checked(wanted, state, entry, submission).row


def recheck(wanted: Wanted, name: str) -> Row | None:
    """Runs the rules on what was extracted; None where nothing can be had without reading pages.

    Where the code that extracts has changed since, the fields are taken anew from the stored pages.

    Raises:
        OutputNotWritable: nothing half-written is left.
    """
    state = BatchState(wanted.out)
    entry = state.entry(name)
    if entry is None or not entry.extracting:
        return None
    submission = state.submission(name) if is_current(entry) else None
    if submission is None:
        reading = _stored_reading(state, entry)
        if reading is None:
            return None
        submission = extract(reading, programme_named(wanted.programme), None)
        state.save_submission(name, submission)
        fingerprint = fingerprint_of(submission)
        row = entry.row.model_copy(update={"fingerprint": fingerprint})
        entry = entry.model_copy(update={"extracting": extracting_edition(), "row": row})
    day = wanted.submitted_on or stated_day(submission.extractions)
    deadline = programme_named(wanted.programme).deadline
    dated = submission.model_copy(update={"submitted_on": day or deadline})
    return _checked(wanted, state, entry, dated).row


def is_current(entry: Entry) -> bool:
    """Whether what was extracted is what would be extracted now, from the same pages."""
    fingerprint = entry.row.fingerprint
    return (
        entry.extracting == extracting_edition()
        and fingerprint is not None
        and fingerprint.version == FINGERPRINT_VERSION
    )


def _stored_reading(state: BatchState, entry: Entry) -> Reading | None:
    """The pages as they were read; None where one is no longer kept."""
    results = PageResults(state.data, entry.reading)
    files = [
        OpenedFile(Path(), file.name, file.sha256, file.media_type, file.pages)
        for file in entry.row.files
    ]
    unread = {(problem.file, problem.page) for problem in entry.row.problems}
    stored = [
        results.load(file.sha256, number, index)
        for index, file in enumerate(files)
        for number in range(1, file.pages + 1)
        if (file.name, number) not in unread
    ]
    pages = [page for page in stored if page is not None]
    if len(pages) < len(stored):
        return None
    return assembled(entry.row.name, files, pages, entry.row.problems, 0.0).reading


def _checked(wanted: Wanted, state: BatchState, entry: Entry, submission: Submission) -> Entry:
    """The entry after the rules were run and the reports written."""
    seconds, row = entry.row.seconds, entry.row
    report = verify(
        submission,
        programme_named(wanted.programme),
        Produced(
            version=version("heyan"),
            engine=entry.engine_name,
            weights={each.name: each.sha256 for each in DEFAULT_WEIGHTS},
            seconds=round(seconds, 3),
            pages_per_minute=round(60 * len(submission.pages) / seconds, 1) if seconds else 0.0,
        ),
    )
    text = report_json(report)
    digest = hashlib.sha256(text.rpartition('"produced"')[0].encode()).hexdigest()
    with writing(wanted.out):
        pictures = PageResults(state.data, entry.reading)
        _write(wanted, state, report, text, pictures, same=digest == entry.report)
    checked = entry.model_copy(
        update={
            "programme": wanted.programme,
            "submitted_on": wanted.submitted_on,
            "checking": checking_edition(),
            "report": digest,
            "row": row_of(
                report,
                row.problems,
                submission.files,
                row.fingerprint,
                collected_of(report),
            ),
        }
    )
    state.save(row.name, checked)
    return checked


def _write(
    wanted: Wanted,
    state: BatchState,
    report: Report,
    text: str,
    pictures: PageResults,
    same: bool,
) -> None:
    """The report's files, each complete or not there; none is left that says something else."""
    folder = state.folder(report.submission.name)
    folder.mkdir(parents=True, exist_ok=True)
    beside = [folder / "report.html", folder / "report.xlsx"]
    with state.scratch() as scratch:
        (scratch / "report.json").write_text(text, encoding="utf-8")
        if wanted.html:
            _lay_out(report, pictures, scratch)
            write_page(report, scratch, scratch / "report.html")
            write_spreadsheet(report, scratch / "report.xlsx")
            for path in beside:
                (scratch / path.name).replace(path)
        elif not same:
            for path in beside:
                path.unlink(missing_ok=True)
        (scratch / "report.json").replace(folder / "report.json")


def _lay_out(report: Report, pictures: PageResults, scratch: Path) -> None:
    """Links to the pages' pictures under the names by which the page finds them."""
    for page in report.pages:
        picture = pictures.picture(report.submission.files[page.file].sha256, page.number)
        if picture is not None:
            picture_path(scratch, page.file, page.number).symlink_to(picture.resolve())
