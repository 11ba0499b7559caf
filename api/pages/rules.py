"""The catalogue of rules: what is checked, how severe, after which clause, reading which fields."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Response

from api.pages.rendering import PageContext, page
from api.pages.visiting import PageRoute, Seeing
from extractor.documents.catalogue import kinds
from extractor.reports.wording import KINDS
from extractor.rules.catalogue import catalogue_codes, rules
from models.finding import Severity

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class RuleRow:
    """One rule of the catalogue; unchecked ones have no source."""

    code: str
    title: str
    severity: Severity
    checked: bool
    source: str
    passage: str
    reads: tuple[str, ...]
    """What it reads, in words."""


@dataclass(frozen=True)
class RulesContext(PageContext):
    """What the catalogue's template is given."""

    rows: tuple[RuleRow, ...]
    checked: int
    reads: str
    """The field key by which the list is narrowed; empty for all."""


@router.get("/rules")
def rules_page(visitor: Seeing, reads: str = "") -> Response:
    """Every rule in the catalogue's order; ``reads`` keeps those that read a field."""
    rows = rule_rows()
    wanted = {rule.code for rule in rules() if reads in (*rule.reads, *rule.reads_if_present)}
    kept = tuple(row for row in rows if not reads or row.code in wanted)
    context = RulesContext(
        frame=visitor.frame("核查规则", "/rules"),
        rows=kept,
        checked=sum(row.checked for row in kept),
        reads=reads,
    )
    return page("rules.html.j2", context)


def rule_rows() -> tuple[RuleRow, ...]:
    """Every rule of the catalogue, checked by this version or not."""
    known = {rule.code: rule for rule in rules()}
    labels = _labels()
    rows = []
    for code, (severity, title) in catalogue_codes().items():
        rule = known.get(code)
        rows.append(
            RuleRow(
                code=code,
                title=title,
                severity=severity,
                checked=rule is not None,
                source=rule.source.title if rule else "",
                passage=rule.source.passage if rule else "",
                reads=_read_words((*rule.reads, *rule.reads_if_present), labels) if rule else (),
            )
        )
    return tuple(rows)


def _labels() -> dict[str, str]:
    """Field label by ``<kind>.<name>``."""
    return {f"{kind.kind}.{spec.name}": spec.label for kind in kinds() for spec in kind.fields}


def _read_words(paths: tuple[str, ...], labels: dict[str, str]) -> tuple[str, ...]:
    """The paths that are fields, as ``营业执照·名称``."""
    words = []
    for path in paths:
        kind = path.partition(".")[0].removesuffix("[*]")
        plain = f"{kind}.{path.partition('.')[2].partition('[')[0].removesuffix('.seen')}"
        title = next((word for each, word in KINDS.items() if each == kind), None)
        if title is not None:
            words.append(f"{title}·{labels[plain]}" if plain in labels else title)
    return tuple(dict.fromkeys(words))
