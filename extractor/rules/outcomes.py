"""What a check's answer amounts to, given how surely the values it rests on were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractor.rules.parts import DOCUMENT_NAMES
from extractor.rules.reading import Read, row_doubted
from extractor.rules.rule import Rule, Said
from extractor.rules.wording import parameters, shown
from models.extraction import Field, Number, NumberedAmounts, Rows
from models.finding import Disagreement, Outcome, Severity

SHOWN_VALUES = 4
"""A passed finding names this many values; more would be no message."""

_HIT: dict[Severity, Outcome] = {"A": "failed", "B": "failed", "C": "doubtful", "D": "passed"}
_WORST_FIRST: tuple[Outcome, ...] = (
    "failed",
    "missing",
    "unreadable",
    "doubtful",
    "not_comparable",
    "passed",
    "not_applicable",
)
_WHATEVER_WAS_READ: tuple[Outcome, ...] = ("not_comparable", "unreadable")
"""Outcomes that hold whether or not the values are sure."""


@dataclass(frozen=True)
class Spoken:
    """One outcome of a rule, with the fields it rests on."""

    outcome: Outcome
    severity: Severity
    message: str
    stated: tuple[tuple[str, Field], ...]
    pages: tuple[tuple[int, int], ...] = ()

    def named(self, document: str) -> Spoken:
        """The same, with the document it is about in front."""
        return replace(self, message=f"{document}：{self.message}")


def spoken_of(
    rule: Rule, said: Said, reads: Sequence[Read], years: Sequence[Read], notes: Iterable[str]
) -> list[Spoken]:
    """The outcomes of a check's answer; a value that is not sure never fails anything.

    Args:
        rule: whose check answered.
        said: the answer.
        reads: what the check was given.
        years: what the years of its figures rest on, where that is not sure: all answers do.
        notes: which document or column was taken.
    """
    note = "；".join(dict.fromkeys(each for each in notes if each))
    answers = [said] if isinstance(said, Disagreement) else list(said or ())
    spoken = [_of_disagreement(rule, each, reads, years) for each in answers]
    # A check that says on which values its passing rests has been judged on those alone.
    if all(each.outcome == "passed" for each in spoken) and not any(
        answer.values for answer in answers
    ):
        bad = ("unreadable",) if rule.agreement_confirms else ("unsure", "unreadable")
        doubted = [read for read in (*reads, *years) if read.state in bad]
        stated = _stated(reads)
        if doubted:
            spoken = [_unsure(rule, reads, doubted)]
        elif not spoken:
            spoken = [Spoken("passed", rule.severity, _all_well(stated), stated)]
    return [
        replace(each, message="；".join(part for part in (each.message, note) if part))
        for each in spoken
    ]


def worst_of(spoken: Sequence[Spoken]) -> tuple[list[Spoken], list[Spoken]]:
    """The worst outcomes, and the others that still need a person."""
    worst = min(_WORST_FIRST.index(each.outcome) for each in spoken)
    told = [each for each in spoken if _WORST_FIRST.index(each.outcome) == worst]
    also = [
        each
        for each in spoken
        if each not in told and each.outcome not in ("passed", "not_applicable")
    ]
    return told, also


def _of_disagreement(
    rule: Rule, said: Disagreement, reads: Sequence[Read], years: Sequence[Read]
) -> Spoken:
    named = [_narrowed(read, said.values) for read in reads] if said.values else list(reads)
    rests_on = [*named, *years]
    stated = _stated(rests_on) or _stated(reads)
    outcome = said.outcome or _HIT[said.severity]
    doubted = [read for read in rests_on if read.state in ("unsure", "unreadable")]
    if outcome == "passed" and rule.agreement_confirms:
        doubted = [read for read in doubted if read.state == "unreadable"]
    if doubted and outcome not in _WHATEVER_WAS_READ:
        message = f"{_doubts(doubted)}；按目前读数：{said.message}"
        gravest = min(rule.severity, said.severity)
        return Spoken("unreadable", gravest, message, stated, said.pages)
    return Spoken(outcome, said.severity, said.message, stated, said.pages)


def _narrowed(read: Read, keys: Sequence[str]) -> Read:
    """The part of what was read that a disagreement names: by path, key, or row of a field."""
    if read.path in keys:
        return read
    stated = tuple(
        (document, each)
        for document, each in read.stated
        if each.key in keys or _rows_named(each.key, keys)
    )
    unsure = any(
        each.status in ("doubtful", "unreadable")
        if each.key in keys
        else any(row_doubted(each, row) for row in _rows_named(each.key, keys))
        for _, each in stated
    )
    return replace(read, stated=stated, state="unsure" if unsure else "sure")


def _rows_named(field_key: str, keys: Sequence[str]) -> list[str]:
    """The rows of the field that are named: ``a100000.rows[18]`` → 18."""
    start = f"{field_key}["
    return [key.removeprefix(start).removesuffix("]") for key in keys if key.startswith(start)]


def _unsure(rule: Rule, reads: Sequence[Read], doubted: Sequence[Read]) -> Spoken:
    """Nothing is wrong as read, but not everything was read surely."""
    return Spoken(
        "unreadable", rule.severity, f"{_doubts(doubted)}；按目前读数未见不一致", _stated(reads)
    )


def _doubts(doubted: Sequence[Read]) -> str:
    """Which values are not sure and why."""
    words = []
    for read in doubted:
        for _, each in read.stated:
            if each.status in ("doubtful", "unreadable"):
                why = "；".join(each.doubts) or "未能辨认"
                words.append(f"{_named(each)}（{why}）")
    listed = "、".join(dict.fromkeys(words[:SHOWN_VALUES]))
    more = f"等 {len(words)} 处" if len(words) > SHOWN_VALUES else ""
    return f"读数不够确定，请核对原件：{listed}{more}"


def _all_well(stated: Sequence[tuple[str, Field]]) -> str:
    """The values that agree, as a reviewer reads them."""
    scalars = [
        each
        for _, each in stated
        if each.value is not None and not isinstance(each.value, Rows | NumberedAmounts)
    ]
    if not scalars or len(scalars) > SHOWN_VALUES:
        return "核对无误"
    return "；".join(f"{_named(each)}：{_worded(each)}" for each in scalars)


def _worded(field: Field) -> str:
    if isinstance(field.value, Number) and field.key.endswith(".parameter_count"):
        return parameters(field.value)
    return "—" if field.value is None else shown(field.value)


def _named(field: Field) -> str:
    kind = field.key.partition(".")[0]
    return f"{DOCUMENT_NAMES.get(kind, '')}“{field.label}”"


def _stated(reads: Iterable[Read]) -> tuple[tuple[str, Field], ...]:
    return tuple(each for read in reads for each in read.stated)
