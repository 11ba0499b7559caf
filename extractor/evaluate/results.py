"""What came of comparing one report with its truth, one record per field, page, seal and rule."""

from __future__ import annotations

from typing import Literal

from extractor.evaluate.equality import Agreement
from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome
from models.frozen import Frozen
from models.report import Box, Canonical

FieldOutcome = Literal["wrong_sure", "right", "missing", "wrong_doubtful", "rightly_empty"]
"""``wrong_sure`` hurts: nobody looks at it again. ``rightly_empty``: the paper doesn't state it
and nothing was read; it is counted in no share."""

RingOutcome = Literal["certain_wrong", "exact", "unread", "uncertain_wrong", "not_found"]


class Place(Frozen):
    """A box on a page, by the truth's file number."""

    file: int
    page: int
    box: Box


class FieldResult(Frozen):
    """One field of one true document."""

    document: str
    kind: DocumentKind
    key: str
    outcome: FieldOutcome
    status: FieldStatus
    confidence: float
    expected: Canonical | None
    read: Canonical | None
    text: str
    doubts: tuple[str, ...]
    cells: Agreement
    character_accuracy: float | None
    """Of prose; of every text of a labelled picture, whose labels are too noisy to be all or
    nothing."""
    box_hit: bool | None
    """Whether the evidence points at the value; None where there is nothing to compare."""
    seen_at: Place | None
    stands_at: Place | None


class ExtraDocument(Frozen):
    """A document of the report that is none: a split one, or one of another kind."""

    id: str
    kind: DocumentKind
    pages: tuple[int, ...]
    sure_values: int


class PageResult(Frozen):
    """One page's kind and quarter turn."""

    file: int
    number: int
    sheet: str
    expected_kind: DocumentKind
    kind: DocumentKind | None
    confidence: float
    expected_turn: int | None
    """None where nobody knows."""
    turn: int | None


class SealResult(Frozen):
    """One seal; its text counts only where the whole seal is on the page."""

    page: int
    role: str
    shape: str
    whole: bool
    expected: str
    text: str | None
    """None where no seal was found."""
    outcome: RingOutcome
    seen_at: Place | None
    stands_at: Place


class ExtraSeal(Frozen):
    """A seal of the report where there is none."""

    text: str
    certain: bool
    seen_at: Place


class RuleResult(Frozen):
    """What one rule said and what it was to say."""

    rule: str
    outcome: Outcome | None
    """None where this version doesn't have the rule."""
    severity: str
    expected: tuple[Outcome, ...]
    """Of a planted inconsistency: it has to end in one of these."""
    forbidden: bool
    """Must say neither failed nor missing."""
    free: bool
    """May say anything: what was planted touches it."""
    message: str

    @property
    def planted(self) -> bool:
        """Whether something was planted for it."""
        return bool(self.expected)

    @property
    def found(self) -> bool:
        """Whether what was planted was found."""
        return self.outcome in self.expected

    @property
    def false_alarm(self) -> bool:
        """``failed`` without anything planted that makes it."""
        return self.outcome == "failed" and not (self.planted or self.free)

    @property
    def violated(self) -> bool:
        """``failed`` or ``missing`` although it must say neither."""
        return self.forbidden and self.outcome in ("failed", "missing")


class Comparison(Frozen):
    """One report beside its truth."""

    name: str
    seed: int | None
    """None for what no generator made."""
    difficulty: int | None
    plantings: tuple[str, ...]
    documents: int
    documents_found: int
    fields: tuple[FieldResult, ...]
    extra_documents: tuple[ExtraDocument, ...]
    pages: tuple[PageResult, ...]
    seals: tuple[SealResult, ...]
    extra_seals: tuple[ExtraSeal, ...]
    rules: tuple[RuleResult, ...]
    verdict: str
