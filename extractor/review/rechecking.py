"""After a correction: which rules read the field, and the report with only those run again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache

from extractor.programmes.programme import Programme
from extractor.reports.report import report_of
from extractor.rules.catalogue import not_checked, rules
from extractor.rules.choosing import ENTITY_FIELDS, YEAR_FIELDS
from extractor.rules.period import WITH_PRIOR
from extractor.rules.rule import Rule
from extractor.rules.runner import run
from models.extraction import Submission
from models.finding import verdict_of
from models.report import Produced, Report

_DECIDE_ALL = frozenset(
    (
        *("application_form.unit_name", "application_form.cover_unit_name"),
        *("application_form.uscc", "application_form.consortium_members"),
        *("application_form.declared_on", "commitment.signed_on"),
        *("application_form.part", "business_licence.former_names"),
        "credit_report.former_names",
        *(f"{kind}.{name}" for kind, names in ENTITY_FIELDS.items() for name in names if name),
        *(f"{kind}.{name}" for kind, name in YEAR_FIELDS.items()),
        *("audit_report.scope", "audit_report.activity_statement"),
        "special_audit_report.period_start",
        *("a100000.period_start", "a107012.period_start"),
    )
)
"""Fields that say whose a paper is, of which year, when it was handed in, which parts there are:
by them documents are chosen and figures are put beside each other, for every rule."""


@cache
def rules_reading(key: str) -> tuple[Rule, ...]:
    """The rules whose finding can change with this field, in the catalogue's order."""
    if key in _DECIDE_ALL:
        return rules()
    return tuple(rule for rule in rules() if _reads(rule, key))


def _reads(rule: Rule, key: str) -> bool:
    kind, _, name = key.partition(".")
    return any(
        _same_kind(path.partition(".")[0], kind, rule) and _same_name(path.partition(".")[2], name)
        for path in (*rule.reads, *rule.reads_if_present)
    )


def _same_kind(of_path: str, kind: str, rule: Rule) -> bool:
    of_path = of_path.removesuffix("[*]")
    if of_path == "each":
        return kind in rule.for_each
    return of_path == kind or (of_path == "word_form" and kind == "application_form")


def _same_name(of_path: str, name: str) -> bool:
    """Whether the path is the field's, a row or pattern of it, or its statement's.

    Whether a whole statement or the rest of a sheet is lost is told by its other figures, so a
    rule on one figure reads its neighbours too.
    """
    of_path = of_path.removesuffix(".seen").partition("[")[0]
    if fnmatchcase(name, of_path):
        return True
    if of_path.startswith("row_") or name.startswith("row_"):
        return of_path.startswith("row_") and name.startswith("row_")
    return name.removesuffix("_prior") == of_path or of_path in _figures(name)


def _figures(name: str) -> frozenset[str]:
    """The figures of the audit report, where the name is one of them."""
    return WITH_PRIOR if name.removesuffix("_prior") in WITH_PRIOR else frozenset()


def rechecked(
    report: Report,
    submission: Submission,
    keys: Iterable[str],
    programme: Programme,
    produced: Produced,
) -> Report:
    """The report on the corrected submission; rules that read none of the keys keep their finding.

    Args:
        report: the one before, of the same submission, pages and documents.
        submission: with the corrections in it.
        keys: of the fields whose value, status or doubts are not what they were.
        programme: the notice.
        produced: what to say of how this report was made.
    """
    again = _in_order(rule for key in keys for rule in rules_reading(key))
    fresh = report_of(
        submission,
        findings=run(submission, again, programme),
        not_checked=not_checked(),
        programme=programme.name,
        produced=produced,
    )
    said = {each.rule: each for each in (*report.findings, *fresh.findings)}
    findings = [said[rule.code] for rule in rules()]
    return fresh.model_copy(update={"findings": findings, "verdict": verdict_of(findings)})


def changed_keys(before: Submission, after: Submission) -> frozenset[str]:
    """The keys of the fields that differ between two states of one submission."""
    were = {each.document: each for each in before.extractions}
    return frozenset(
        field.key
        for each in after.extractions
        for field in each.fields
        if (earlier := were.get(each.document)) is None
        or earlier.field(field.key.partition(".")[2]) != field
    )


def _in_order(wanted: Iterable[Rule]) -> Sequence[Rule]:
    codes = {rule.code for rule in wanted}
    return [rule for rule in rules() if rule.code in codes]
