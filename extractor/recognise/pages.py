"""What kind of page each page is, by its own print and by what it follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.recognise.generic import (
    is_certificate,
    is_contents,
    is_divider,
    names_auditor,
    says_nothing,
)
from extractor.recognise.marks import KindMarks
from extractor.recognise.scoring import NUMBERED, TITLE, Print, Score, print_of, scores_of
from extractor.values.texts import compact
from models.document import DocumentKind, Page, Table
from models.extraction import PageKind

STARTS = 2.0
"""Score from which a page's own print tells its kind: two ordinary marks."""

CONTINUES = 1.0
"""Score from which a page belongs to the document it follows."""

DECIDES = 3.0
"""Score that ends a report of many pages without a new title: the mark that alone decides."""

_PAGE_NUMBER = re.compile(r"[-—]*(?:第?\d{1,3}页?)(?:[,，/]?共?\d{1,3}页?)?[-—]*")

OPEN_ENDED: frozenset[DocumentKind] = frozenset(
    {
        "audit_report",
        "special_audit_report",
        "rd_report",
        "credit_report",
        "contract",
        "test_report",
    }
)
"""Kinds of any length, whose inner pages carry plain text without a mark: notes, prose."""

AUDITS: frozenset[DocumentKind] = frozenset({"audit_report", "special_audit_report"})
"""Kinds to which a firm attaches its own licence and certificates."""


@dataclass(frozen=True)
class Judgement:
    """What a page says of itself, before its neighbours are asked."""

    page: Page
    scores: tuple[Score, ...]
    idle: bool
    """Contents, blank, a divider: it belongs to no document and ends none."""
    certificate: bool
    """A paper of an audit firm or an accountant."""
    auditor: bool
    """It speaks of an audit firm."""
    headed: bool
    """It has a title of its own in large print."""

    @property
    def best(self) -> Score | None:
        """The kind its own print tells, or None where that is not enough."""
        best = self.scores[0] if self.scores else None
        return best if best is not None and best.total >= STARTS else None

    def score(self, kind: DocumentKind) -> Score:
        """What speaks for one kind."""
        return next((each for each in self.scores if each.kind == kind), Score(kind))

    def confidence(self, kind: DocumentKind) -> float:
        """0…1: how far the kind is ahead of the next."""
        own = self.score(kind).total
        rival = max((each.total for each in self.scores if each.kind != kind), default=0.0)
        ahead = (own - max(0.0, rival)) / max(own, DECIDES) if own > 0 else 0.0
        return min(0.99, max(0.3, 0.5 + 0.5 * ahead))


def judge(page: Page, kinds: Sequence[KindMarks]) -> Judgement:
    """What the page's own print says."""
    return _judge(page, tuple(kinds))


@lru_cache(maxsize=256)
def _judge(page: Page, kinds: tuple[KindMarks, ...]) -> Judgement:
    # Pages are judged when their kinds are told and again when documents are cut.
    page_print = print_of(page)
    scores = tuple(each for each in scores_of(page_print, kinds) if each.total > 0)
    strong = bool(scores) and scores[0].total >= STARTS
    return Judgement(
        page=page,
        scores=scores,
        idle=(not strong and says_nothing(page, page_print))
        or is_contents(page_print, kinds, scores[0].title if strong else None)
        or is_divider(page, page_print),
        certificate=is_certificate(page_print),
        auditor=names_auditor(page_print),
        headed=_headed(page_print),
    )


def recognise_pages(pages: Sequence[Page], kinds: Sequence[KindMarks]) -> tuple[PageKind, ...]:
    """The kind of every page, in the order given.

    A page without marks continues a report of many pages; after a document of fixed length it is
    ``other``. A licence or certificate that an audit report carries has the report's kind.
    """
    judged = [judge(page, kinds) for page in pages]
    found: list[PageKind] = []
    before: Judgement | None = None
    current: DocumentKind | None = None
    stranger = False
    for each in judged:
        if before is not None and before.page.file != each.page.file:
            current, stranger = None, False
        kind, confidence = _kind(each, before, current, stranger, judged)
        found.append(PageKind(page=each.page, kind=kind, confidence=confidence))
        if not each.idle:
            stranger = kind == "other"
            current = current if kind == "other" else kind
            before = each
    return tuple(found)


def is_attachment(judgement: Judgement, kind: DocumentKind) -> bool:
    """Whether a page of an audit report is not the report's own but its firm's paper."""
    if kind not in AUDITS:
        return False
    best = judgement.best
    licence = best is not None and best.kind == "business_licence"
    return licence or (judgement.certificate and (best is None or best.kind != kind))


def _kind(
    page: Judgement,
    before: Judgement | None,
    current: DocumentKind | None,
    stranger: bool,
    every: Sequence[Judgement],
) -> tuple[DocumentKind, float]:
    if page.idle:
        return "other", 0.95
    best = page.best
    if current in AUDITS and current is not None and _is_firms(page, best, every):
        return current, 0.9
    if current is not None and best is not None and best.kind != current:
        own = page.score(current)
        weak = best.title is None and best.total < DECIDES
        if current in OPEN_ENDED and (weak or own.total >= best.total) and not stranger:
            return current, page.confidence(current)
    if best is not None:
        return best.kind, page.confidence(best.kind)
    if current is not None and page.score(current).total >= CONTINUES:
        return current, page.confidence(current)
    if current is not None and before is not None and _table_goes_on(before.page, page.page):
        return current, 0.7
    if current in OPEN_ENDED and current is not None and not stranger and not page.headed:
        return current, 0.6
    return "other", 0.6


def _is_firms(page: Judgement, best: Score | None, every: Sequence[Judgement]) -> bool:
    """Whether a page that follows an audit report is a paper of the firm that made it."""
    if page.certificate and (best is None or best.kind == "business_licence"):
        return True
    if best is None or best.kind != "business_licence":
        return False
    if page.auditor:
        return True
    # In a bundle out of order the applicant's own licence can follow the report; it is the
    # applicant's where it is the only one.
    return any(
        other is not page
        and other.best is not None
        and other.best.kind == "business_licence"
        and not other.auditor
        for other in every
    )


def _table_goes_on(before: Page, page: Page) -> bool:
    """Whether a drawn table runs over from the page before: to its end, and from the top here."""
    above = [table for table in before.tables if table.ruled]
    here = [table for table in page.tables if table.ruled]
    if not above or not here or page.number != before.number + 1:
        return False
    last = max(above, key=lambda table: table.box.bottom)
    first = min(here, key=lambda table: table.box.top)
    return (
        _ends_page(before, last, first)
        and not any(line.box.bottom < first.box.top for line in page.lines if line.box.top > 0.06)
        and abs(last.box.left - first.box.left) < 0.04
        and abs(last.box.right - first.box.right) < 0.04
    )


def _ends_page(page: Page, table: Table, following: Table) -> bool:
    """Whether the table goes on to the page's end: of what follows nothing but a page number.

    Higher up it is the same table's end only where the next one has as many columns.
    """
    if table.box.bottom > 0.85:
        return True
    under = [line for line in page.lines if line.box.top > table.box.bottom]
    return _columns(table) == _columns(following) and all(
        _PAGE_NUMBER.fullmatch(compact(line.text)) for line in under
    )


def _columns(table: Table) -> int:
    return max(cell.column + cell.column_span for cell in table.cells)


def _headed(page_print: Print) -> bool:
    """Whether the page has a title of its own: a few words in clearly larger print on top."""
    return any(
        heading.scale >= TITLE
        and heading.centred
        and heading.top < 0.3
        and 4 <= len(heading.text) <= 25
        and not NUMBERED.match(heading.text)
        for heading in page_print.headings
    )
