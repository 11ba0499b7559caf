"""The findings of a report as cards: both sides, the rule, its source and what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.review.places import Indexes, Spot, page_indexes, spots
from api.store.states import ResolutionKind
from extractor.reports.summary import kind_title, ordered_findings, page_of, shown
from extractor.reports.wording import KINDS
from models.finding import Outcome, Severity
from models.report import Report, ReportFinding, ReportValue

OPEN: tuple[Outcome, ...] = ("failed", "missing", "doubtful", "unreadable", "not_comparable")
"""Outcomes that a person has to deal with."""

MEANINGS: dict[Outcome, str] = {
    "failed": "两处都读得清楚，彼此矛盾。先看截图确认读数；读数无误的，应由申报单位更正或说明。",
    "missing": "没有找到这份材料或这个值。先看是否漏扫、归错类别；确实没有的，通知补交。",
    "doubtful": "读数清楚，但情况少见。请核实，必要时请申报单位说明。",
    "unreadable": "程序对读数没有把握，因此不下结论。对照原件确认或更正读数，规则会立即重新判断。",
    "not_comparable": "两处的期间或口径不同，不能直接比较。请人工判断。",
    "passed": "读数清楚，符合要求。",
    "not_applicable": "这份申报不涉及此项要求。",
}
_DECLARED = "application_form"


@dataclass(frozen=True)
class Resolution:
    """A person's newest word on a finding."""

    number: int
    """From 1; 0 would be nobody's."""
    kind: ResolutionKind
    outcome: str | None
    """What the finding said then."""
    by: str
    at: str
    reason: str


_ABOUT = re.compile(r"〔(.*)〕\Z", re.DOTALL)
"""What the page's script puts after the person's words: the message that was on the screen."""
_ABOUT_LENGTH = 800
"""Characters of the message that the script keeps."""


def _said_about(resolution: Resolution, finding: ReportFinding) -> str | None:
    """The person's words where they were about what the finding still says; else None."""
    if resolution.kind == "withdrawn" or resolution.outcome != finding.outcome:
        return None
    about = _ABOUT.search(resolution.reason)
    if about is not None and about[1] != finding.message[:_ABOUT_LENGTH]:
        return None
    return _ABOUT.sub("", resolution.reason)


@dataclass(frozen=True)
class Side:
    """One value that a finding rests on, with where it stands."""

    declared: bool
    """Whether it is from the application form rather than from its evidence."""
    document: str
    document_title: str
    field: str
    field_id: str
    label: str
    shown: str
    place: str
    spots: tuple[Spot, ...]

    @property
    def role(self) -> str:
        """Which of the papers it stands on, in a word."""
        if not self.declared:
            return "证明"
        return "Word 版" if self.place.startswith("Word") else "申报"


@dataclass(frozen=True)
class ShownPage:
    """A page that a finding is about as a page."""

    index: int
    """Among all pages."""
    place: str


@dataclass(frozen=True)
class FindingCard:
    """What one rule says, ready to be shown."""

    rule: str
    title: str
    severity: Severity
    outcome: Outcome
    message: str
    meaning: str
    sides: tuple[Side, ...]
    pages: tuple[ShownPage, ...]
    source_title: str
    source_passage: str
    resolution: Resolution | None
    """A word that still holds: one on another outcome or message does not."""
    resolution_text: str
    resolutions: int
    """The number of the newest word, whether it holds or not."""

    @property
    def open(self) -> bool:
        """Whether the outcome needs a person at all."""
        return self.outcome in OPEN

    @property
    def unresolved(self) -> bool:
        """Whether a person still has to look at it."""
        return self.open and self.resolution is None


def finding_cards(report: Report, resolutions: Mapping[str, Resolution]) -> tuple[FindingCard, ...]:
    """Every finding, unresolved ones first, severe before slight."""
    indexes = page_indexes(report)
    cards = [
        _card(report, indexes, finding, resolutions.get(finding.rule))
        for finding in ordered_findings(report)
    ]
    return tuple(sorted(cards, key=lambda card: not card.unresolved))


def _card(
    report: Report, indexes: Indexes, finding: ReportFinding, resolution: Resolution | None
) -> FindingCard:
    sides = [_side(report, indexes, value) for value in finding.values]
    said = None if resolution is None else _said_about(resolution, finding)
    return FindingCard(
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity,
        outcome=finding.outcome,
        message=finding.message,
        meaning=MEANINGS[finding.outcome],
        sides=tuple(sorted(sides, key=lambda side: not side.declared)),
        pages=_pages(report, indexes, finding),
        source_title=finding.source.title,
        source_passage=finding.source.passage,
        resolution=None if said is None else resolution,
        resolution_text=said or "",
        resolutions=0 if resolution is None else resolution.number,
    )


def _pages(report: Report, indexes: Indexes, finding: ReportFinding) -> tuple[ShownPage, ...]:
    at = [
        indexes[each.file, each.number]
        for each in finding.pages
        if (each.file, each.number) in indexes
    ]
    return tuple(
        ShownPage(index, f"第 {report.pages[index].number} 页 {KINDS[report.pages[index].kind]}")
        for index in at
    )


def _side(report: Report, indexes: Indexes, value: ReportValue) -> Side:
    kind = value.document.rpartition("-")[0]
    title = next((kind_title(each) for each in KINDS if each == kind), value.document)
    places = dict.fromkeys(page_of(report, each) for each in value.evidence)
    return Side(
        declared=kind == _DECLARED,
        document=value.document,
        document_title=title,
        field=value.field,
        field_id=f"{value.document}/{value.field}",
        label=value.label,
        shown=shown(value.field, value.value),
        place="、".join(list(places)[:3]),
        spots=spots(indexes, value.evidence),
    )
