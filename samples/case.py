"""One applicant with every fact of every document it hands in.

Each document keeps its own copy of the facts it prints, so that a planted inconsistency changes one
document and leaves the others as they were. Amounts are Decimals in 元, already rounded to what the
document's printed unit can show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from samples.certificates import Certificate
from samples.offices import OfficePaper
from samples.papers import (
    ApplicationForm,
    AuditReport,
    BusinessLicence,
    Commitment,
    CreditReport,
    RdReport,
    SpecialAudit,
    TaxCertificate,
    TaxReturn,
)


@dataclass(frozen=True)
class SealFace:
    """What a seal says and how it is drawn."""

    text: str
    shape: Literal["round", "oval", "square"] = "round"
    centre: str = ""
    """Words across the middle: 征税专用章, 合同专用章; empty has only the star."""
    serial: str = ""


@dataclass(frozen=True)
class Sheet:
    """One typeset unit of the bundle: its kind, and which one where there are several."""

    kind: str
    index: int = 0


@dataclass(frozen=True)
class Case:
    """One applicant."""

    name: str
    """Folder name of the sample."""
    seed: int
    submitted_on: date
    application: ApplicationForm
    word: ApplicationForm
    """The Word form: equal to ``application`` unless a difference was planted."""
    licence: BusinessLicence
    tax: TaxCertificate
    audit: AuditReport
    firm_licence: BusinessLicence
    special: SpecialAudit
    a100000: TaxReturn
    a107012: TaxReturn
    rd_report: RdReport
    credit: CreditReport
    commitment: Commitment
    certificates: tuple[Certificate, ...]
    seals: Mapping[str, SealFace]
    """Role of a spot → its seal."""
    bundle: tuple[Sheet, ...]
    """In the order bound; an absent document is not in it."""
    left_out: frozenset[tuple[str, str]] = frozenset()
    """(kind, role) of seals and signatures that were not put on."""
    pages_lost: frozenset[tuple[str, int]] = frozenset()
    """(kind, page within the sheet from 1) of pages that were not bound in."""
    contents_shift: int = 0
    """By how much the contents page is wrong about the later parts."""
    number_skipped_at: int | None = None
    """The printed page number that was left out."""

    office_paper: OfficePaper | None = None
    """What the sheet ``office_paper`` says, where it is bound in."""

    others: Mapping[Sheet, Case] = field(default_factory=dict)
    """Sheets that show somebody else's facts or another year's: whose, as a case of its own."""

    def facts(self, sheet: Sheet) -> Case:
        """The case whose facts the sheet shows: this one, or one of ``others``."""
        return self.others.get(sheet, self)

    def of_word(self) -> Case:
        """The case as the Word form alone tells it."""
        return replace(self, application=self.word)
