"""read · extract · verify: the order of the stages from files to a report, written once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from time import perf_counter

from extractor.documents.catalogue import kinds
from extractor.documents.extracting import extraction_of
from extractor.documents.kind import Kind
from extractor.intake.opening import OpenedFile
from extractor.layout.seal_numbers import without_seal_numbers
from extractor.programmes.programme import Programme
from extractor.recognise.pages import recognise_pages
from extractor.recognise.splitting import documents_of
from extractor.reconcile.own_rows import with_own_rows
from extractor.reconcile.return_head import with_return_heads
from extractor.reconcile.signatures import with_signatures_confirmed
from extractor.reconcile.word_copy import confirmed_by_word
from extractor.reports.report import report_of
from extractor.rules.catalogue import not_checked, rules
from extractor.rules.runner import run
from extractor.workers import PagePool, PageTask
from models.document import Document, DocumentKind, Page
from models.errors import NothingRecognised
from models.extraction import (
    Day,
    DocumentSummary,
    Extraction,
    PageKind,
    SourceFile,
    Submission,
)
from models.reading import Reading
from models.report import Produced, Report

NOBODY: Mapping[tuple[int, int], DocumentKind] = {}
"""No page of which a person said what it is."""

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all."""


def read(
    name: str, files: Sequence[OpenedFile], pool: PagePool, progress: Progress = lambda *_: None
) -> Reading:
    """Every page of the files; raises NothingRecognised where all of them are blank."""
    started = perf_counter()
    tasks = [
        PageTask(file, index, number)
        for index, file in enumerate(files)
        for number in range(1, file.pages + 1)
    ]
    pages: list[Page] = []
    seconds: dict[str, float] = {}
    engines: set[str] = set()
    for done in pool.read(tasks):
        pages.append(done.page)
        engines.add(done.engine)
        for stage, spent in done.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + spent
        progress(len(pages), len(tasks))
    if all(page.blank for page in pages):
        raise NothingRecognised("所有页都是空白，没有可识别的内容；请检查扫描件后重新提交", name)
    return Reading(
        name=name,
        files=tuple(
            SourceFile(
                name=file.name, sha256=file.sha256, media_type=file.media_type, pages=file.pages
            )
            for file in files
        ),
        pages=tuple(sorted(pages, key=lambda page: (page.file, page.number))),
        engine="、".join(sorted(engines - {""})) or "文本层",
        seconds=seconds,
        elapsed=perf_counter() - started,
    )


def extract(
    reading: Reading,
    programme: Programme,
    submitted_on: date | None,
    by_people: Mapping[tuple[int, int], DocumentKind] = NOBODY,
) -> Submission:
    """What the pages state: their kinds, the documents they make up, and every field.

    Args:
        reading: the pages in their order.
        programme: the notice, for the day of submission where none is stated.
        submitted_on: the day given by the sender; None takes the stated one.
        by_people: (file, page) → kind, where a person said what a page is.
    """
    known = kinds()
    pages = tuple(without_seal_numbers(page) for page in reading.pages)
    page_kinds, documents = _recognise(pages, known, by_people)
    by_kind = {kind.kind: kind for kind in known}
    understood = tuple(
        extraction_of(document, by_kind[document.kind])
        for document in documents
        if document.kind in by_kind
    )
    extractions = with_own_rows(
        with_return_heads(confirmed_by_word(understood), _places(documents))
    )
    extractions = with_signatures_confirmed(extractions)
    return Submission(
        name=reading.name,
        submitted_on=submitted_on or stated_day(extractions) or programme.deadline,
        files=reading.files,
        pages=page_kinds,
        documents=tuple(_summary(document) for document in documents),
        extractions=extractions,
    )


def verify(submission: Submission, programme: Programme, produced: Produced) -> Report:
    """The report: every rule's finding and the verdict."""
    return report_of(
        submission,
        findings=run(submission, rules(), programme),
        not_checked=not_checked(),
        programme=programme.name,
        produced=produced,
    )


def _recognise(
    pages: Sequence[Page],
    known: Sequence[Kind],
    by_people: Mapping[tuple[int, int], DocumentKind],
) -> tuple[tuple[PageKind, ...], tuple[Document, ...]]:
    """Page kinds and documents; a Word form is a document of its own beside the sealed one."""
    marks = [kind.marks for kind in known]
    page_kinds: list[PageKind] = []
    documents: list[Document] = []
    scanned = [page for page in pages if page.source != "word"]
    word = [page for page in pages if page.source == "word"]
    for run_of_pages in (scanned, *([page] for page in word)):
        recognised = tuple(
            _as_stated(each, by_people) for each in recognise_pages(run_of_pages, marks)
        )
        page_kinds.extend(recognised)
        documents.extend(documents_of(recognised, marks))
    # By file and number: an equal page of another submission may stand in for one of these.
    places = {(page.file, page.number): place for place, page in enumerate(pages)}
    page_kinds.sort(key=lambda each: places[(each.page.file, each.page.number)])
    return tuple(page_kinds), _numbered(documents)


def _places(documents: Sequence[Document]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The (file, page) of each document's pages, by its id."""
    return {
        document.id: [(page.file, page.number) for page in document.pages] for document in documents
    }


def _as_stated(seen: PageKind, by_people: Mapping[tuple[int, int], DocumentKind]) -> PageKind:
    """The page with the kind a person gave it, or as recognised."""
    kind = by_people.get((seen.page.file, seen.page.number))
    return seen if kind is None else PageKind(page=seen.page, kind=kind, confidence=1.0)


def _numbered(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with ids that count up within each kind."""
    seen: dict[str, int] = {}
    numbered = []
    for document in documents:
        seen[document.kind] = seen.get(document.kind, 0) + 1
        numbered.append(
            document.model_copy(update={"id": f"{document.kind}-{seen[document.kind]}"})
        )
    return tuple(numbered)


def stated_day(extractions: Sequence[Extraction]) -> date | None:
    """The day the form, or else the commitment, says it was handed in."""
    for kind, name in (("application_form", "declared_on"), ("commitment", "signed_on")):
        for extraction in extractions:
            stated = extraction.field(name) if extraction.kind == kind else None
            if stated is not None and isinstance(stated.value, Day) and stated.value.value:
                return stated.value.value
    return None


def _summary(document: Document) -> DocumentSummary:
    return DocumentSummary(
        id=document.id,
        kind=document.kind,
        title=document.title,
        pages=tuple((page.file, page.number) for page in document.pages),
        attachments=tuple((page.file, page.number) for page in document.attachments),
    )
