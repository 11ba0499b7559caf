"""The one place where a reading becomes sure, doubtful, unreadable or missing."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.layout.gaps import has_gap, has_other_print
from extractor.layout.passage import Passage
from extractor.values.checked import Checked
from extractor.values.confusions import repaired
from extractor.values.texts import compact, printed
from models.document import TextLine
from models.extraction import (
    Amount,
    Evidence,
    Field,
    FieldStatus,
    Identifier,
    TextList,
    Value,
    ValueKind,
)

Parser = Callable[[str], Value | None]
"""The text as a typed value, or None where it can't be understood."""

# Confidences of the recogniser crowd near 1 and are poorly calibrated, so they only ever make a
# reading doubtful, never right. What counts is the least sure letter or digit: a comma taken for a
# point is common, costs confidence and changes nothing, because the format tells them apart.
WEAKEST_FIGURE = 0.95
"""Of 563 amounts on generated scans of medium to hard print five had a wrong digit, read with
0.53 to 0.94; of the 558 right ones 18 were read so weakly."""
WEAKEST_WORD = 0.80
"""Rare characters are often weak and right; the wrong ones on the same scans had 0.61 to 0.78."""
WEAKEST_PROVED = 0.30
"""Check characters that hold say more than the recogniser; below this it saw hardly anything."""
WEAKEST_AGAINST_PROOF = 0.97
"""A code whose check characters fail is believed to be printed so only from here on."""

STRONG = 0.97
"""Where two values that were both read from here on contradict each other, the paper does so."""

WEAK = "识别置信度偏低"
EMPTY = "格内未见文字，按零计"
SPELLING = "个别字符按数字格式更正，请核对原件"
SECOND_READING = "印章或笔迹覆盖处两次识别结果不同"
CHECK_FAILS = "校验位不符"

POINT = "小数点也可能是千分位逗号"
ONE_DECIMAL = "只有一位小数，可能漏读一位"
UNREAD_INK = "格内有墨迹但未能识别"

GAP = "字距异常，可能有漏读的字"
OTHER_PRINT = "另有大小不同的文字，可能为水印或印章文字"
HANDWRITTEN = "手写签名，可能有误读或漏读的字"

ENGINE_DOUBTS = (WEAK, EMPTY, SPELLING, SECOND_READING, POINT, ONE_DECIMAL, GAP, HANDWRITTEN)
"""How the doubts begin that only the reading gave rise to: sums that add up can lift these."""

_FIGURES = ("amount", "count", "ratio", "decimal", "day", "month", "identifier")
_MINUS = "-−－–—"
_SIGNED = ("amount", "count", "ratio", "decimal")
"""Kinds of value that a minus changes; in a date or in words a dash only parts."""
_ROUND_ZERO = "〇"
"""No other numeral looks like it: a weak one is a rare character, not another figure."""
_EXACT_SOURCES = ("text_layer", "word", "code", "reviewer")


def judged(key: str, label: str, kind: ValueKind, passage: Passage | None, parse: Parser) -> Field:
    """The field that this passage states, with its status and the reasons for any doubt.

    Args:
        key: ``<document kind>.<name>``.
        label: the caption a reviewer knows.
        kind: the kind of value the field has, also where it has none.
        passage: where the value stands; None where the page has no such place.
        parse: text to value; a ``Checked`` parser adds its own proof.

    Returns:
        missing without a passage, or with evidence where the place is empty; unreadable, with
        evidence, where what stands there can't be understood; doubtful with its doubts; else sure.
    """
    if passage is None:
        return Field(key=key, label=label, kind=kind)
    text = "".join(line.text for line in passage.lines)
    unread = not passage.lines and _ink_in(passage)
    value = None if unread else parse(_broken_text(passage))
    status: FieldStatus
    if value is not None:
        doubts = doubts_of(passage, kind, value, parse)
        status = "doubtful" if doubts else "sure"
    else:
        doubts = (UNREAD_INK,) if unread else ()
        status = "unreadable" if unread or text.strip() else "missing"
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
    if passage.evidence.source in _EXACT_SOURCES:
        return ()
    if not passage.lines:
        return (EMPTY,) if kind in ("amount", "count") and not _is_blank(passage) else ()
    text = "".join(line.text for line in passage.lines)
    found = []
    if repaired(value, text):
        found.append(SPELLING)
    if isinstance(value, Amount):
        found.extend(_by_decimals(value, text))
    if isinstance(parse, Checked) and isinstance(value, Identifier):
        found.extend(_by_proof(passage, text, value.value, parse))
        if parse.proof(value.value) == "proved":
            return tuple(found)
    elif _weak(kind, passage) and not _is_a_stroke_for_none(value, text):
        found.append(WEAK)
    if kind == "text" and has_gap(passage):
        found.append(GAP)
    if kind == "text" and has_other_print(passage):
        found.append(OTHER_PRINT)
    found.extend(_second_reading(passage, value, parse))
    return tuple(found)


def doubted(field: Field, doubt: str) -> Field:
    """The field with one more doubt; one without a value stays as it is."""
    if field.value is None or doubt in field.doubts:
        return field
    return field.model_copy(update={"status": "doubtful", "doubts": (*field.doubts, doubt)})


def lifted(field: Field) -> Field:
    """The field without the doubts of the reading, after something else has proved its value."""
    if field.value is None or field.status != "doubtful":
        return field
    left = tuple(doubt for doubt in field.doubts if not doubt.startswith(ENGINE_DOUBTS))
    return field.model_copy(update={"doubts": left, "status": "doubtful" if left else "sure"})


def exact(field: Field) -> bool:
    """Whether the value was not read by OCR: a text layer, a Word cell, a barcode, a person."""
    return bool(field.evidence) and all(each.source in _EXACT_SOURCES for each in field.evidence)


def _broken_text(passage: Passage) -> str:
    """The lines with their breaks: a break between digits may part two numbers."""
    return "\n".join(line.text for line in passage.lines)


def _is_a_stroke_for_none(value: Value, text: str) -> bool:
    """Whether it is a lone sign in the cell of a list (无, /): no name is that short."""
    return isinstance(value, TextList) and not value.values and len(compact(text)) == 1


def _is_blank(passage: Passage) -> bool:
    """Whether the place is a cell whose pixels were looked at and show nothing."""
    return any(
        cell.blank and passage.box.overlap(cell.box) > 0.99
        for table in passage.page.tables
        for cell in table.cells
    )


def _ink_in(passage: Passage) -> bool:
    """Whether ink that no line accounts for lies in the place."""
    return any(mark.box.overlap(passage.box) > 0.5 for mark in passage.page.ink_marks)


def _by_decimals(value: Amount, text: str) -> list[str]:
    """The doubt about a point that may be a comma (12.345万元), or a decimal that may be lost."""
    plain = compact(text)
    if value.unit != "元":
        only_point = re.search(r"(?<![\d,.])\d{1,3}\.\d{3}(?!\d)", plain)
        return [] if only_point is None else [POINT]
    return [] if re.search(r"\.\d(?!\d)", plain) is None else [ONE_DECIMAL]


def _same(one: Value | None, other: Value) -> bool:
    """Whether two readings say the same, however many decimals they were written with."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return (one.value, one.currency) == (other.value, other.currency)
    return one == other


def _second_reading(passage: Passage, value: Value, parse: Parser) -> list[str]:
    """The doubt where the second reading gives another value or none."""
    other = passage.other_reading
    if other is None or _same(parse(other), value):
        return []
    return [f"{SECOND_READING}（另读为“{printed(other)}”）"]


def _by_proof(passage: Passage, text: str, code: str, parse: Checked) -> list[str]:
    """The doubts about a code that can speak for itself."""
    proof = parse.proof(code)
    as_read = printed(text).upper()
    if proof == "proved":
        if code not in as_read and not _differs_in_shape_only(code, as_read):
            return [f"{SPELLING}（原读“{as_read}”）"]
        return [WEAK] if weakest_letter(passage) < WEAKEST_PROVED else []
    if proof == "plausible":
        return [WEAK] if weakest_letter(passage) < WEAKEST_FIGURE else []
    candidates = parse.candidates(code)
    if candidates:
        return [f"{CHECK_FAILS}，疑为“{'”或“'.join(candidates)}”"]
    return [CHECK_FAILS] if weakest_letter(passage) < WEAKEST_AGAINST_PROOF else []


def _differs_in_shape_only(code: str, as_read: str) -> bool:
    """Whether the repair only took O for 0 and I for 1, letters that the code can't have."""
    letters_as_digits = as_read.replace("O", "0").replace("I", "1")
    return code in letters_as_digits or code.replace(".", "") in letters_as_digits


def _weak(kind: ValueKind, passage: Passage) -> bool:
    dashes = _MINUS if kind in _SIGNED else ""
    return any(
        sure < _limit(character, kind)
        for line in passage.lines
        for character, sure in _letters(line, dashes)
    )


def _limit(character: str, kind: ValueKind) -> float:
    """What the character needs: of words too, Latin letters and digits have look-alikes (Q, O, 0)."""
    if character in _ROUND_ZERO:
        return WEAKEST_WORD
    latin = character.isascii() and character.isalnum()
    return WEAKEST_FIGURE if kind in _FIGURES or latin else WEAKEST_WORD


def weakest_letter(passage: Passage) -> float:
    """The confidence of the least sure letter, digit or minus; 1 where none stands."""
    letters = (each for line in passage.lines for each in _letters(line, _MINUS))
    return min((sure for _, sure in letters), default=1.0)


def _letters(line: TextLine, dashes: str) -> list[tuple[str, float]]:
    """The characters that carry the value with their confidences; the line's own as one of none."""
    if len(line.confidences) != len(line.text):
        return [("-", line.weakest)]
    pairs = zip(line.text, line.confidences, strict=True)
    return [(each, sure) for each, sure in pairs if each.isalnum() or each in dashes]
