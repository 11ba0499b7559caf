"""Runs rules on a submission: supplies values, attaches evidence, decides each one's outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.programmes.programme import Programme
from extractor.rules.citing import Clauses
from extractor.rules.outcomes import Spoken, spoken_of, worst_of
from extractor.rules.parts import DOCUMENT_NAMES
from extractor.rules.period import Alignment, alignment, is_figure
from extractor.rules.reading import Desk, Read
from extractor.rules.rule import Rule
from extractor.rules.unread_pages import withheld
from models.document import DOCUMENT_KINDS
from models.extraction import Extraction, Field, Submission
from models.finding import Citation, Disagreement, Finding, FindingValue

_GIVEN = ("submission.", "programme.")
"""Paths that are there whatever was handed in."""


def run(submission: Submission, rules: Iterable[Rule], programme: Programme) -> tuple[Finding, ...]:
    """Exactly one finding per rule, in the rules' order."""
    desk = Desk(submission, programme)
    asked = tuple(rules)
    return withheld((_finding(rule, desk) for rule in asked), asked, submission)


def _finding(rule: Rule, desk: Desk) -> Finding:
    told, also = worst_of(_spoken(rule, desk))
    # What is less grave but wrong too is still said: the person sees everything at once.
    every = (*told, *also)
    return Finding(
        rule=rule.code,
        title=rule.title,
        severity=min(each.severity for each in told),
        outcome=told[0].outcome,
        message="；".join(dict.fromkeys(each.message for each in every if each.message)),
        values=_values(each for group in every for each in group.stated),
        pages=tuple(dict.fromkeys(page for each in every for page in each.pages)),
        source=_source(rule, desk.programme),
    )


def _source(rule: Rule, programme: Programme) -> Citation:
    if isinstance(rule.source, Clauses):
        return programme.citation(*rule.source.clauses)
    return rule.source


def _values(stated: Iterable[tuple[str, Field]]) -> tuple[FindingValue, ...]:
    """Each value once, in the order read."""
    values: dict[tuple[object, ...], FindingValue] = {}
    for document, each in stated:
        values.setdefault(
            (document, each.key, each.evidence),
            FindingValue(
                document=document,
                field=each.key,
                label=each.label,
                value=each.value,
                text=each.text,
                evidence=each.evidence,
            ),
        )
    return tuple(values.values())


def _spoken(rule: Rule, desk: Desk) -> list[Spoken]:
    """What the rule says, of the submission or of each document it goes through."""
    if not rule.for_each:
        return _spoken_on(rule, desk, None)
    documents = [each for each in desk.submission.extractions if each.kind in rule.for_each]
    if not documents:
        absent = "、".join(DOCUMENT_NAMES[kind] for kind in rule.for_each)
        return [_not_applicable(rule, (absent,))]
    spoken = []
    for document in documents:
        told, also = worst_of(_spoken_on(rule, desk, document))
        spoken += [
            each.named(document.document) if len(documents) > 1 else each for each in (*told, *also)
        ]
    return spoken


def _spoken_on(rule: Rule, desk: Desk, each: Extraction | None) -> list[Spoken]:
    needed = [desk.read(path, each) for path in rule.reads]
    absent = [read.absent for read in needed if read.state == "absent"]
    if not absent and all(path.startswith(_GIVEN) for path in rule.reads):
        # All it reads of documents is optional: with none of them there is nothing to check.
        offered = [desk.read(path, each) for path in rule.reads_if_present]
        if offered and all(read.state == "absent" for read in offered):
            absent = [read.absent for read in offered]
    if absent:
        return [_not_applicable(rule, absent)]
    aligned = _aligned(rule, desk, each)
    if aligned.prior:
        needed = [desk.read(path, each, prior=True) for path in rule.reads]
    offered = [desk.read(path, each, aligned.prior) for path in rule.reads_if_present]
    years = [
        read
        for extraction, name in aligned.rests_on
        if (read := desk.read(f"{extraction.kind}.{name}")).state != "sure" or aligned.said
    ]
    notes = [aligned.note, *(read.note for read in (*needed, *offered))]
    if aligned.said is not None:
        return [_stands(rule, aligned.said, (*years, *needed), notes)]
    for state, message in (("missing", "未见{}"), ("unreadable", "{}无法辨认，请核对原件")):
        bad = [read for read in needed if read.state == state]
        if bad:
            words = message.format("、".join(_where(read) for read in bad))
            said = Disagreement(
                severity=rule.severity,
                message=words,
                outcome="missing" if state == "missing" else "unreadable",
            )
            return [_stands(rule, said, needed, notes)]
    said_by_rule = rule.check(*(read.value for read in (*needed, *offered)))
    return spoken_of(rule, said_by_rule, (*needed, *offered), years, notes)


def _aligned(rule: Rule, desk: Desk, each: Extraction | None) -> Alignment:
    """How the figures among the paths can be compared."""
    figures = []
    for path in (*rule.reads, *rule.reads_if_present):
        kind, _, name = path.partition(".")
        if kind == "each":
            documents: Sequence[Extraction] = (each,) if each is not None else ()
        elif kind in DOCUMENT_KINDS:
            documents = desk.documents(kind)[:1]
        else:
            documents = ()
        figures += [(one, name) for one in documents if is_figure(one.kind, name)]
    return alignment(
        figures,
        desk.applicant,
        desk.programme,
        desk.submission.submitted_on,
        rule.severity,
    )


def _where(read: Read) -> str:
    """Document and label of what is not there or not legible."""
    kind = read.stated[0][1].key.partition(".")[0] if read.stated else read.path.partition(".")[0]
    return f"{DOCUMENT_NAMES.get(kind, '')}的“{read.labels}”"


def _not_applicable(rule: Rule, absent: Iterable[str]) -> Spoken:
    papers = "、".join(dict.fromkeys(absent))
    return Spoken("not_applicable", rule.severity, f"未见{papers}，无从核对", ())


def _stands(rule: Rule, said: Disagreement, reads: Sequence[Read], notes: Iterable[str]) -> Spoken:
    """Something the runner itself says, whatever the certainty of the values."""
    words = "；".join(dict.fromkeys((said.message, *(note for note in notes if note))))
    stated = tuple(each for read in reads for each in read.stated)
    return Spoken(said.outcome or "unreadable", said.severity, words, stated)
