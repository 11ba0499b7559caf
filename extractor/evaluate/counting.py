"""Counts over many comparisons: what the tables show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from extractor.evaluate.equality import Agreement
from extractor.evaluate.results import Comparison, FieldResult, PageResult, SealResult
from models.frozen import Frozen

_T = TypeVar("_T")
_C = TypeVar("_C")


class FieldCounts(Frozen):
    """How the fields of one group came out."""

    wrong_sure: int = 0
    right: int = 0
    missing: int = 0
    wrong_doubtful: int = 0
    rightly_empty: int = 0
    right_sure: int = 0
    box_hit: int = 0
    box_missed: int = 0
    cells: Agreement = Agreement()
    texts: int = 0
    """Texts whose characters were counted."""
    text_accuracy: float | None = None
    """Mean over these texts; unread ones count 0."""

    @property
    def stated(self) -> int:
        """Fields that the paper states or the report filled."""
        return self.wrong_sure + self.right + self.missing + self.wrong_doubtful


class PageCounts(Frozen):
    """Pages whose kind and turn were told."""

    pages: int
    kind_right: int
    turns: int
    """Pages whose turn is known."""
    turn_right: int


class SealCounts(Frozen):
    """Seals by what came of them; texts of whole seals only."""

    seals: int
    found: int
    whole: int
    exact: int
    unread: int
    uncertain_wrong: int
    certain_wrong: int
    """Of all seals, cut ones too: certainty was claimed."""
    extra: int
    extra_certain: int


class RuleCounts(Frozen):
    """One rule over all submissions."""

    rule: str
    planted: int
    found: int
    false_alarms: int
    violated: int
    runs: int


class Counts(Frozen):
    """Everything, over all submissions."""

    submissions: int
    documents: int
    documents_found: int
    extra_documents: int
    extra_sure_values: int
    fields: FieldCounts
    by_kind: dict[str, FieldCounts]
    by_key: dict[str, FieldCounts]
    by_difficulty: dict[str, FieldCounts]
    pages: PageCounts
    pages_by_difficulty: dict[str, PageCounts]
    seals: SealCounts
    rules: tuple[RuleCounts, ...]
    planted: int
    found: int
    false_alarms: int
    violated: int


def count(comparisons: Sequence[Comparison]) -> Counts:
    """The counts over the comparisons."""
    fields = [field for each in comparisons for field in each.fields]
    leveled = [(_level(each), field) for each in comparisons for field in each.fields]
    pages = [(_level(each), page) for each in comparisons for page in each.pages]
    rules = count_rules(comparisons)
    extra = [document for each in comparisons for document in each.extra_documents]
    return Counts(
        submissions=len(comparisons),
        documents=sum(each.documents for each in comparisons),
        documents_found=sum(each.documents_found for each in comparisons),
        extra_documents=len(extra),
        extra_sure_values=sum(document.sure_values for document in extra),
        fields=count_fields(fields),
        by_kind=_each(((field.kind, field) for field in fields), count_fields),
        by_key=_each(((field.key, field) for field in fields), count_fields),
        by_difficulty=_each(leveled, count_fields),
        pages=count_pages([page for _, page in pages]),
        pages_by_difficulty=_each(pages, count_pages),
        seals=_count_seals(comparisons),
        rules=rules,
        planted=sum(rule.planted for rule in rules),
        found=sum(rule.found for rule in rules),
        false_alarms=sum(rule.false_alarms for rule in rules),
        violated=sum(rule.violated for rule in rules),
    )


def _level(comparison: Comparison) -> str:
    return "–" if comparison.difficulty is None else str(comparison.difficulty)


def _each(pairs: Iterable[tuple[str, _T]], counted: Callable[[Sequence[_T]], _C]) -> dict[str, _C]:
    """The counts of each group, groups in order of first appearance."""
    groups: dict[str, list[_T]] = {}
    for name, entry in pairs:
        groups.setdefault(name, []).append(entry)
    return {name: counted(entries) for name, entries in groups.items()}


def count_fields(fields: Sequence[FieldResult]) -> FieldCounts:
    """The counts of these fields."""
    tally = {"wrong_sure": 0, "right": 0, "missing": 0, "wrong_doubtful": 0, "rightly_empty": 0}
    cells = Agreement()
    for field in fields:
        tally[field.outcome] += 1
        cells += field.cells
    accuracies = [each.character_accuracy for each in fields if each.character_accuracy is not None]
    return FieldCounts(
        **tally,
        right_sure=sum(each.outcome == "right" and each.status == "sure" for each in fields),
        box_hit=sum(field.box_hit is True for field in fields),
        box_missed=sum(field.box_hit is False for field in fields),
        cells=cells,
        texts=len(accuracies),
        text_accuracy=sum(accuracies) / len(accuracies) if accuracies else None,
    )


def count_pages(pages: Sequence[PageResult]) -> PageCounts:
    """The counts of these pages."""
    return PageCounts(
        pages=len(pages),
        kind_right=sum(page.kind == page.expected_kind for page in pages),
        turns=sum(page.expected_turn is not None for page in pages),
        turn_right=sum(page.turn == page.expected_turn for page in pages),
    )


def _count_seals(comparisons: Sequence[Comparison]) -> SealCounts:
    seals: list[SealResult] = [seal for each in comparisons for seal in each.seals]
    extra = [seal for each in comparisons for seal in each.extra_seals]
    whole = [seal.outcome for seal in seals if seal.whole]
    return SealCounts(
        seals=len(seals),
        found=sum(seal.outcome != "not_found" for seal in seals),
        whole=len(whole),
        exact=whole.count("exact"),
        unread=whole.count("unread") + whole.count("not_found"),
        uncertain_wrong=whole.count("uncertain_wrong"),
        certain_wrong=sum(seal.outcome == "certain_wrong" for seal in seals),
        extra=len(extra),
        extra_certain=sum(seal.certain for seal in extra),
    )


def count_rules(comparisons: Sequence[Comparison]) -> tuple[RuleCounts, ...]:
    """Each rule's counts, by rule id."""
    said = [result for each in comparisons for result in each.rules]
    by_rule = {
        name: [result for result in said if result.rule == name]
        for name in sorted({result.rule for result in said})
    }
    return tuple(
        RuleCounts(
            rule=name,
            planted=sum(result.planted for result in results),
            found=sum(result.planted and result.found for result in results),
            false_alarms=sum(result.false_alarm for result in results),
            violated=sum(result.violated for result in results),
            runs=sum(result.outcome is not None for result in results),
        )
        for name, results in by_rule.items()
    )
