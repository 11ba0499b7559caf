"""What a rule says: a finding with its severity, outcome, evidence and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from models.extraction import Evidence, Value
from models.frozen import Frozen

Severity = Literal["A", "B", "C", "D"]
"""A 资格性/必备性 · B 应更正 · C 存疑，需核实 · D 提示."""

Outcome = Literal[
    "passed", "failed", "doubtful", "not_comparable", "missing", "unreadable", "not_applicable"
]
"""一致 · 不一致 · 存疑 · 期间不可比 · 缺失 · 无法识别 · 不适用."""

Verdict = Literal["consistent", "inconsistent", "needs_review"]


class Citation(Frozen):
    """The published or agreed requirement a rule comes from."""

    title: str
    """The notice, law or standard, or 核验惯例."""
    passage: str
    """The clause as quoted, or the reason where it is practice."""


class FindingValue(Frozen):
    """One value a finding rests on, with where it was read."""

    document: str
    field: str
    label: str
    value: Value | None
    text: str = ""
    evidence: tuple[Evidence, ...] = ()


class Finding(Frozen):
    """What one rule says about one submission; there is always one, also when it passed."""

    rule: str
    title: str
    severity: Severity
    outcome: Outcome
    message: str
    values: tuple[FindingValue, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    """File and number of pages it is about as pages, whatever stands on them."""
    source: Citation


class Disagreement(Frozen):
    """What a rule's check returns when something is to be said."""

    severity: Severity
    message: str
    values: tuple[str, ...] = ()
    """Keys of the fields it rests on; empty means all that were read."""
    pages: tuple[tuple[int, int], ...] = ()
    """File and number of pages it is about as pages: the contents, two in the wrong order."""
    outcome: Outcome | None = None
    """Given only where the severity does not decide it: not_comparable, missing, not_applicable."""


class Judged(Protocol):
    """A finding in whichever form: what its rule says and how grave that is."""

    @property
    def severity(self) -> Severity:
        """A to D."""

    @property
    def outcome(self) -> Outcome:
        """What the rule says."""


def verdict_of(findings: Sequence[Judged]) -> Verdict:
    """The report's word: inconsistent for any failed or missing A; else by what is left open."""
    blocking = {("missing", "A")} | {("failed", severity) for severity in "ABCD"}
    if any((finding.outcome, finding.severity) in blocking for finding in findings):
        return "inconsistent"
    still_open = ("doubtful", "unreadable", "not_comparable", "missing")
    if any(finding.outcome in still_open for finding in findings):
        return "needs_review"
    return "consistent"
