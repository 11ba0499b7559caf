"""What can't be said while pages are unread: that a paper is missing, that all pages are in order.

A page that could not be read may hold the paper that was not found, the rows a sum lacks, or the
penalty a report would name. What rests on values that were read stands; the rest waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.rules.rule import Rule
from models.extraction import Choices, Count, NumberedAmounts, Rows, Submission, TextList
from models.finding import Finding, FindingValue

_ALL_PAGES = ("submission.pages", "submission.documents")
"""Paths of rules that look at every page there is."""

PageKey = tuple[int, int]
"""File index and page number."""


def withheld(
    findings: Iterable[Finding], rules: Iterable[Rule], submission: Submission
) -> tuple[Finding, ...]:
    """The findings, those that an unread page could overturn as ``unreadable``."""
    unread = [each.page for each in submission.pages if each.page.unread]
    if not unread:
        return tuple(findings)
    by_code = {rule.code: rule for rule in rules}
    near = _documents_near({(page.file, page.number) for page in unread}, submission)
    names = {index: file.name for index, file in enumerate(submission.files)}
    pages = _pages_named([(page.file, page.number) for page in unread], names)
    return tuple(
        finding.model_copy(
            update={
                "outcome": "unreadable",
                "message": f"{pages}未能识别，待识别后才能确定；按已识别的页：{finding.message or '核对无误'}",
            }
        )
        if _may_change(finding, by_code[finding.rule], near)
        else finding
        for finding in findings
    )


def _may_change(finding: Finding, rule: Rule, near: frozenset[str]) -> bool:
    if finding.outcome == "missing":
        return True
    if finding.outcome not in ("passed", "failed"):
        return False
    looks = any(path in _ALL_PAGES for path in (*rule.reads, *rule.reads_if_present))
    beside = [value for value in finding.values if value.document in near]
    return looks or any(_may_go_on(value) for value in beside)


def _may_go_on(stated: FindingValue) -> bool:
    """Whether more of it may stand elsewhere: a list, or that there is nothing."""
    match stated.value:
        case None | Count(value=0):
            return True
        case Rows() | TextList() | Choices() | NumberedAmounts():
            return True
    return False


def _documents_near(unread: set[PageKey], submission: Submission) -> frozenset[str]:
    """The documents that an unread page may belong to: it lies within them or at their end."""
    near = set()
    for document in submission.documents:
        for file, number in (*document.pages, *document.attachments):
            if unread & {(file, number - 1), (file, number + 1)}:
                near.add(document.id)
    return frozenset(near)


def _pages_named(unread: Sequence[PageKey], names: Mapping[int, str]) -> str:
    """``submission.pdf 第 3、4 页``, each file with its pages."""
    by_file: dict[int, list[int]] = {}
    for file, number in unread:
        by_file.setdefault(file, []).append(number)
    told = []
    for file, numbers in sorted(by_file.items()):
        listed = "、".join(str(number) for number in sorted(numbers))
        told.append(f"{names.get(file, '')} 第 {listed} 页")
    return "；".join(told)
