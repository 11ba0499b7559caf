"""From the paths a rule reads to typed values with their evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal, get_args

from extractor.programmes.programme import Programme
from extractor.rules.choosing import (
    Applicant,
    applicant_of,
    choice_note,
    chosen,
    sealed_forms,
    word_forms,
)
from extractor.rules.page_words import first_page, is_blank, words_of
from extractor.rules.parts import DOCUMENT_NAMES, absent_part
from extractor.rules.period import WITH_PRIOR
from extractor.rules.rule import Seals
from models.document import DOCUMENT_KINDS, DocumentKind, Seal
from models.extraction import (
    Day,
    Extraction,
    Field,
    NumberedAmounts,
    Submission,
)

_NAMED_ROW = re.compile(r"(?:第 ?(L?[\d.]+) ?行|(“[^”]+”(?:本期|上期)))[：:]")
"""What a doubt about one row of a sheet, or one cell of a statement, begins with."""

State = Literal["sure", "unsure", "unreadable", "missing", "absent"]


@dataclass(frozen=True)
class Read:
    """What stands at one path."""

    path: str
    value: object
    state: State = "sure"
    stated: tuple[tuple[str, Field], ...] = ()
    """Document id and field, for the finding's values."""
    absent: str = ""
    """The document that is not there."""
    note: str = ""
    """Which of several documents was taken."""

    @property
    def labels(self) -> str:
        """What is not there or can't be read, for a message."""
        return "、".join(dict.fromkeys(each.label for _, each in self.stated)) or self.path


@dataclass
class Desk:
    """One submission laid out for the rules; documents are chosen once, for all of them."""

    submission: Submission
    programme: Programme
    applicant: Applicant = field(init=False)
    _chosen: dict[str, tuple[Extraction, ...]] = field(init=False, default_factory=dict)
    _read_twice: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.applicant = applicant_of(self.submission)
        for kind in get_args(DocumentKind):
            one = chosen(self.submission.of_kind(kind), self.applicant, self.programme)
            self._chosen[kind] = () if one is None else (one,)
        # The form's tables lie apart in the bundle: its fields are looked for in all its parts.
        self._chosen["application_form"] = sealed_forms(self.submission)
        self._chosen["word_form"] = word_forms(self.submission)
        rings = Counter(
            seal.text for each in self.submission.extractions for seal in each.seals if seal.text
        )
        self._read_twice = frozenset(ring for ring, count in rings.items() if count > 1)

    def documents(self, kind: str) -> tuple[Extraction, ...]:
        """The applicant's document of the kind: one, or the parts of the form."""
        return self._chosen.get(kind, ())

    def read(self, path: str, each: Extraction | None = None, prior: bool = False) -> Read:
        """What stands at the path; ``prior`` takes the audit report's comparative column."""
        kind, _, name = path.partition(".")
        if kind == "submission":
            return self._of_submission(path, name)
        if kind == "programme":
            return Read(path, self.programme.value(name))
        if kind.endswith("[*]"):
            return self._of_all(path, kind.removesuffix("[*]"), name)
        documents = (each,) if kind == "each" and each is not None else self.documents(kind)
        if name == "present":
            return Read(path, bool(documents))
        if not documents:
            return Read(path, None, "absent", absent=DOCUMENT_NAMES[kind])
        if name == "document":
            return Read(path, documents[0].document)
        if name.endswith("*"):
            return _of_pattern(path, documents, name)
        if name.endswith("]"):
            return _of_row(path, documents, name)
        if name == "blanks":
            return _blanks(path, documents, self.submission)
        if name == "words":
            words = words_of(documents, self.submission)
            absent = f"{DOCUMENT_NAMES[documents[0].kind]}的文字"
            if words is None:
                return Read(path, None, "absent", absent=absent)
            return Read(
                path, words, stated=((documents[0].document, first_page(documents, words)),)
            )
        if name == "seals":
            return _seals(path, documents, self._read_twice)
        if prior and kind == "audit_report" and name in WITH_PRIOR:
            name = f"{name}_prior"
        if name.endswith(".seen"):
            stated = _field(documents, name.removesuffix(".seen"))
            return Read(path, stated is not None and stated[1].status != "missing")
        note = "" if kind == "each" else self._note(kind)
        return _of_field(path, documents, name, note)

    def _of_submission(self, path: str, name: str) -> Read:
        match name:
            case "submitted_on":
                return Read(path, Day(value=self.submission.submitted_on))
            case "documents":
                return Read(path, self.submission.documents)
            case "pages":
                return Read(path, self.submission.pages)
        raise KeyError(path)

    def _of_all(self, path: str, kind: str, name: str) -> Read:
        known = [each for each in self.submission.extractions if each.kind == kind]
        if not known:
            return Read(path, (), "absent", absent=DOCUMENT_NAMES[kind])
        if name == "words":
            return _words_of_each(path, known, self.submission)
        fields = [(each.document, each.field(name)) for each in known]
        stated = tuple((document, each) for document, each in fields if each is not None)
        values = tuple(None if each is None else each.value for _, each in fields)
        return Read(path, values, _worst_state([each for _, each in stated]), stated)

    def _note(self, kind: str) -> str:
        if kind not in DOCUMENT_KINDS or kind == "application_form":
            return ""
        every = [each for each in self.submission.extractions if each.kind == kind]
        if len(every) < 2:
            return ""
        return choice_note(self.documents(kind)[0], len(every), self.applicant, self.programme)


def _of_field(path: str, documents: tuple[Extraction, ...], name: str, note: str = "") -> Read:
    found = _field(documents, name)
    if found is None or found[1].status == "missing":
        part = absent_part(documents, name)
        if part is not None:
            return Read(path, None, "absent", absent=part)
        return Read(path, None, "missing", (found,) if found else ())
    document, stated = found
    if stated.value is None:
        return Read(path, None, "unreadable", ((document, stated),), note=note)
    state: State = "sure" if stated.status == "sure" else "unsure"
    return Read(path, stated.value, state, ((document, stated),), note=note)


def _of_pattern(path: str, documents: tuple[Extraction, ...], pattern: str) -> Read:
    """All fields whose names match; what is not on the page is left out."""
    named: dict[str, Field] = {}
    stated = []
    for extraction in documents:
        for each in extraction.fields:
            name = each.key.partition(".")[2]
            if fnmatchcase(name, pattern) and each.status != "missing" and name not in named:
                named[name] = each
                stated.append((extraction.document, each))
    if not named:
        part = absent_part(documents, pattern.rstrip("*"))
        return Read(path, named, "absent" if part else "missing", absent=part or "")
    return Read(path, named, _worst_state(list(named.values())), tuple(stated))


def _words_of_each(path: str, known: Sequence[Extraction], submission: Submission) -> Read:
    """The words of every document of the kind; None of one on which nothing was read."""
    every = [(each, words_of((each,), submission)) for each in known]
    stated = tuple(
        (each.document, first_page((each,), words)) for each, words in every if words is not None
    )
    return Read(path, tuple(words for _, words in every), "sure", stated)


def _blanks(path: str, documents: tuple[Extraction, ...], submission: Submission) -> Read:
    """The fields of which all parts of the form show an empty cell and nothing else."""
    names = {each.key.partition(".")[2] for document in documents for each in document.fields}
    stated = [found for name in sorted(names) if (found := _field(documents, name))]
    empty = [
        each for each in stated if each[1].status == "missing" and is_blank(each[1], submission)
    ]
    return Read(path, tuple(each.key.partition(".")[2] for _, each in empty), "sure", tuple(empty))


def _of_row(path: str, documents: tuple[Extraction, ...], name: str) -> Read:
    """One row of a field that holds a whole sheet: ``rows[22]``."""
    name, _, row = name.removesuffix("]").partition("[")
    whole = _of_field(path, documents, name)
    if not isinstance(whole.value, NumberedAmounts):
        return whole
    if row not in whole.value.amounts:
        return Read(path, None, "missing", whole.stated)
    amount = whole.value.amounts[row]
    if amount is None:
        return Read(path, None, "unreadable", whole.stated)
    unsure = any(row_doubted(stated, row) for _, stated in whole.stated)
    return Read(path, amount, "unsure" if unsure else "sure", whole.stated)


def row_doubted(stated: Field, row: str) -> bool:
    """Whether one row of a whole sheet is not sure: a doubt names its row, or means them all."""
    if stated.status == "sure":
        return False
    amounts = stated.value.amounts if isinstance(stated.value, NumberedAmounts) else {}
    if isinstance(stated.value, NumberedAmounts) and amounts.get(row) is None:
        return True
    rows = [_NAMED_ROW.match(doubt) for doubt in stated.doubts]
    return not rows or any(found is None or row in found.groups() for found in rows)


def _seals(path: str, documents: tuple[Extraction, ...], read_twice: frozenset[str]) -> Read:
    """The seals, each shown as a field of its own so that the finding has their places.

    A ring that reads the same on another paper has been read twice, from two impressions.
    """
    stated: list[tuple[str, Field]] = []
    seals: list[Seal] = []
    for extraction in documents:
        seals.extend(
            seal.model_copy(update={"certain": seal.certain or seal.text in read_twice})
            for seal in extraction.seals
        )
        stated.extend(
            (
                extraction.document,
                Field(
                    key=f"{extraction.kind}.seals",
                    label="印章",
                    kind="text",
                    text=seal.text,
                    confidence=seal.confidence,
                    status="sure" if seal.certain else "doubtful",
                    evidence=(evidence,),
                ),
            )
            for seal, evidence in zip(extraction.seals, extraction.seal_evidence, strict=False)
        )
    return Read(path, Seals(tuple(seals)), "sure", tuple(stated))


def _field(documents: Sequence[Extraction], name: str) -> tuple[str, Field] | None:
    """The field from the part that states it best: surely, else with a value, else at all."""
    found = [
        (extraction.document, stated)
        for extraction in documents
        if (stated := extraction.field(name)) is not None
    ]
    return max(
        found,
        key=lambda each: (
            each[1].status == "sure",
            each[1].value is not None,
            each[1].status != "missing",
        ),
        default=None,
    )


def _worst_state(fields: Sequence[Field]) -> State:
    """Of a whole form or of several documents: what is missing on some of them doesn't count."""
    stated = [each for each in fields if each.status != "missing"]
    if not stated:
        return "missing"
    return "sure" if all(each.status == "sure" for each in stated) else "unsure"
