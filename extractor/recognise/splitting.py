"""Where one document ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.recognise.marks import KindMarks
from extractor.recognise.numbers import names_another, names_the_same
from extractor.recognise.pages import CONTINUES, OPEN_ENDED, Judgement, is_attachment, judge
from models.document import Document, DocumentKind, Page
from models.extraction import PageKind

GATHERED: frozenset[DocumentKind] = frozenset({"application_form"})
"""Kinds of which a bundle holds one, though its pages lie apart: the notice wants the unit table
as item one and the model table as item three, with evidence between."""

NUMBERED_REPORTS: frozenset[DocumentKind] = frozenset({"credit_report", "test_report"})
"""Kinds whose pages all bear the report's number, or the code of the unit it is about."""
NUMBERED_PAPERS: frozenset[DocumentKind] = frozenset({"tax_certificate"})
"""Kinds of which each page has the whole head again, with the paper's own number."""


@dataclass
class _Run:
    """A document as it grows."""

    kind: DocumentKind
    file: int
    source: str
    pages: list[Page] = field(default_factory=list)
    attachments: list[Page] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)
    title: str | None = None
    begun: bool = False
    """Its first page was seen."""
    inside: bool = False
    """A later page was seen since."""


def documents_of(
    page_kinds: Sequence[PageKind], kinds: Sequence[KindMarks]
) -> tuple[Document, ...]:
    """The documents the pages make up, in the order of their first pages.

    Pages of kind ``other`` belong to none and end none.
    """
    names = {kind.kind: kind for kind in kinds}
    runs: list[_Run] = []
    for each in page_kinds:
        if each.kind == "other":
            continue
        judgement = judge(each.page, kinds)
        run = _run_for(each, judgement, runs, names[each.kind])
        if run is None:
            run = _Run(each.kind, each.page.file, each.page.source)
            runs.append(run)
        _add(run, each, judgement)
    return tuple(_document(run, number, names) for run, number in _numbered(runs))


def _run_for(
    each: PageKind, judgement: Judgement, runs: Sequence[_Run], marks: KindMarks
) -> _Run | None:
    """The document the page belongs to; None where it starts one."""
    of_kind = [run for run in runs if run.kind == each.kind]
    if each.kind in GATHERED:
        word = each.page.source == "word"
        return next(
            (
                run
                for run in of_kind
                if (run.source == "word") == word and (not word or run.file == each.page.file)
            ),
            None,
        )
    if not of_kind:
        return None
    here = [run for run in of_kind if run.file == each.page.file]
    if is_attachment(judgement, each.kind):
        return (here or of_kind)[-1]
    if not _is_first(judgement, each.kind):
        return (here or of_kind)[-1]
    last = (here or of_kind)[-1]
    if not last.begun:
        return last
    if each.kind in NUMBERED_PAPERS and names_the_same(each.page, last.pages):
        return last
    if not here:
        return None
    if each.kind in NUMBERED_REPORTS and names_another(each.page, last.pages):
        return None
    if each.kind in OPEN_ENDED:
        # A cover and the opinion both carry the title; after inner pages the title is a new one's.
        return None if last.inside and judgement.score(each.kind).title else last
    untitled = marks.further and not judgement.score(each.kind).title
    if untitled and (each.kind not in NUMBERED_PAPERS or _follows(each.page, last)):
        return last
    return None


def _follows(page: Page, run: _Run) -> bool:
    """Whether the page is the next one of the same file."""
    last = run.pages[-1]
    return (last.file, last.number + 1) == (page.file, page.number)


def _is_first(judgement: Judgement, kind: DocumentKind) -> bool:
    """Whether the page's print is that of a first page rather than of a later one."""
    score = judgement.score(kind)
    return score.first >= CONTINUES and score.first >= score.further


def _add(run: _Run, each: PageKind, judgement: Judgement) -> None:
    if is_attachment(judgement, each.kind) and run.pages:
        run.attachments.append(each.page)
        return
    run.pages.append(each.page)
    run.confidences.append(each.confidence)
    if _is_first(judgement, each.kind):
        run.begun = True
        run.title = run.title or judgement.score(each.kind).title
    else:
        run.inside = True


def _numbered(runs: Sequence[_Run]) -> list[tuple[_Run, int]]:
    """Each document with its running number within its kind."""
    counts: dict[DocumentKind, int] = {}
    numbered = []
    for run in runs:
        counts[run.kind] = counts.get(run.kind, 0) + 1
        numbered.append((run, counts[run.kind]))
    return numbered


def _document(run: _Run, number: int, names: dict[DocumentKind, KindMarks]) -> Document:
    marks = names.get(run.kind)
    return Document(
        id=f"{run.kind}-{number}",
        kind=run.kind,
        title=run.title or (marks.title if marks is not None else run.kind),
        pages=tuple(run.pages),
        confidence=sum(run.confidences) / len(run.confidences),
        attachments=tuple(run.attachments),
    )
