"""The papers of item (四)3 and contracts: one form for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

CertificateKind = Literal["filing", "patent", "software_copyright", "test_report", "contract"]


@dataclass(frozen=True)
class Certificate:
    """An item of (四)3 or a contract."""

    kind: CertificateKind
    title: str
    number: str
    name: str
    owner: str
    date: date
    authority: str
    parameter_text: str
    parameter_count: Decimal | None
    details: tuple[tuple[str, str], ...] = ()
