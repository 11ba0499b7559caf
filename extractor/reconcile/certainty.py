"""The one place where a reading becomes sure, doubtful, unreadable or missing."""

from __future__ import annotations

from collections.abc import Callable

from extractor.layout.passage import Passage
from extractor.values.checked import Checked
from extractor.values.confusions import repaired
from extractor.values.texts import printed
from models.extraction import Evidence, Field, FieldStatus, Identifier, Value, ValueKind

Parser = Callable[[str], Value | None]
"""The text as a typed value, or None where it can't be understood."""

# Confidences of the recogniser crowd near 1 and are poorly calibrated, so they only ever make a
# reading doubtful, never right. The least sure character counts for figures, where one wrong
# character makes another value; the mean counts for words, where a rare character is often weak.
WEAKEST_FIGURE = 0.80
WEAKEST_WORD = 0.50
MEAN_WORD = 0.85
WEAKEST_PROVED = 0.30
"""Check characters that hold say more than the recogniser; below this it saw hardly anything."""
WEAKEST_AGAINST_PROOF = 0.97
"""A code whose check characters fail is believed to be printed so only from here on."""

WEAK = "识别置信度偏低"
EMPTY = "格内未见文字，按零计"
SPELLING = "个别字符按数字格式更正，请核对原件"
SECOND_READING = "印章或笔迹覆盖处两次识别结果不同"
CHECK_FAILS = "校验位不符"

ENGINE_DOUBTS = (WEAK, EMPTY, SPELLING, SECOND_READING)
"""How the doubts begin that only the reading gave rise to: sums that add up can lift these."""

_FIGURES = ("amount", "count", "ratio", "decimal", "day", "month", "identifier")
_EXACT_SOURCES = ("text_layer", "word", "reviewer")


def judged(key: str, label: str, kind: ValueKind, passage: Passage | None, parse: Parser) -> Field:
    """The field that this passage states, with its status and the reasons for any doubt.

    Args:
        key: ``<document kind>.<name>``.
        label: the caption a reviewer knows.
        kind: the kind of value the field has, also where it has none.
        passage: where the value stands; None where the page has no such place.
        parse: text to value; a ``Checked`` parser adds its own proof.

    Returns:
        missing without a passage; unreadable, with evidence, where the text can't be understood;
        doubtful with its doubts; else sure.
    """
    if passage is None:
        return Field(key=key, label=label, kind=kind)
    text = "".join(line.text for line in passage.lines)
    value = parse(_broken_text(passage))
    doubts = () if value is None else _doubts(kind, passage, value, parse)
    status: FieldStatus = "unreadable" if value is None else "doubtful" if doubts else "sure"
    return Field(
        key=key,
        label=label,
        kind=kind,
        value=value,
        text=text,
        confidence=passage.confidence,
        status=status,
        evidence=(passage.evidence,),
        doubts=doubts,
    )


def stated(
    key: str,
    label: str,
    kind: ValueKind,
    value: Value | None,
    evidence: tuple[Evidence, ...],
    doubts: tuple[str, ...] = (),
) -> Field:
    """A field put together from several places (a table, a list, ticked boxes).

    Evidence without a value is unreadable, neither is missing; the confidence is the lowest.
    """
    status: FieldStatus = "doubtful" if doubts else "sure"
    if value is None:
        status = "unreadable" if evidence else "missing"
    return Field(
        key=key,
        label=label,
        kind=kind,
        value=value,
        text="".join(each.text for each in evidence),
        confidence=min((each.confidence for each in evidence), default=0.0),
        status=status,
        evidence=evidence,
        doubts=() if value is None else doubts,
    )


def doubts_of(passage: Passage, kind: ValueKind, value: Value, parse: Parser) -> tuple[str, ...]:
    """Why a value read from this passage is not sure: for the cells of tables read one by one."""
    return _doubts(kind, passage, value, parse)


def _broken_text(passage: Passage) -> str:
    """The lines with their breaks: a break between digits may part two numbers."""
    return "\n".join(line.text for line in passage.lines)


def _doubts(kind: ValueKind, passage: Passage, value: Value, parse: Parser) -> tuple[str, ...]:
    source = passage.evidence.source
    if source in _EXACT_SOURCES:
        return ()
    if not passage.lines:
        return (EMPTY,)
    text = "".join(line.text for line in passage.lines)
    found = []
    if repaired(value, text):
        found.append(SPELLING)
    found.extend(_second_reading(passage, value, parse))
    if isinstance(parse, Checked) and isinstance(value, Identifier):
        found.extend(_by_proof(passage, text, value.value, parse))
    elif _weak(kind, passage):
        found.append(WEAK)
    return tuple(found)


def _second_reading(passage: Passage, value: Value, parse: Parser) -> list[str]:
    """The doubt where the second reading gives another value or none."""
    other = passage.other_reading
    if other is None or parse(other) == value:
        return []
    return [f"{SECOND_READING}（另读为“{printed(other)}”）"]


def _by_proof(passage: Passage, text: str, code: str, parse: Checked) -> list[str]:
    """The doubts about a code that can speak for itself."""
    proof = parse.proof(code)
    as_read = printed(text).upper()
    if proof == "proved":
        if code not in as_read and not _differs_in_shape_only(code, as_read):
            return [f"{SPELLING}（原读“{as_read}”）"]
        return [WEAK] if passage.weakest < WEAKEST_PROVED else []
    if proof == "plausible":
        return [WEAK] if passage.weakest < WEAKEST_FIGURE else []
    candidates = parse.candidates(code)
    if candidates:
        return [f"{CHECK_FAILS}，疑为“{'”或“'.join(candidates)}”"]
    return [CHECK_FAILS] if passage.weakest < WEAKEST_AGAINST_PROOF else []


def _differs_in_shape_only(code: str, as_read: str) -> bool:
    """Whether the repair only took O for 0 and I for 1, letters that the code can't have."""
    letters_as_digits = as_read.replace("O", "0").replace("I", "1")
    return code in letters_as_digits or code.replace(".", "") in letters_as_digits


def _weak(kind: ValueKind, passage: Passage) -> bool:
    if kind in _FIGURES:
        return passage.weakest < WEAKEST_FIGURE
    return passage.weakest < WEAKEST_WORD or passage.confidence < MEAN_WORD
