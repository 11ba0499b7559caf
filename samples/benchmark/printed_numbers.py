"""The numbers that stand on each page, and how many of them a text has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from extractor.evaluate.truth import TrueField, Truth
from models.report import Canonical

DIGITS = 4
"""From so many digits on a number can't easily stand in a text by chance."""
_UNITS = (Decimal(1), Decimal(1000), Decimal(10000))
"""元, 千元, 万元: the truth is in 元, the page in any of them."""


def numbers_of(truth: Truth) -> dict[int, frozenset[str]]:
    """Page of the first file → the canonical numbers (amounts, codes) that are printed on it."""
    pages: dict[int, set[str]] = {}
    for document in truth.documents:
        for field in document.fields:
            for page, value in _placed(field):
                if sum(character.isdigit() for character in value) >= DIGITS:
                    pages.setdefault(page, set()).add(value)
    return {page: frozenset(values) for page, values in pages.items()}


def _placed(field: TrueField) -> Iterator[tuple[int, str]]:
    """(page, value) of everything in the field that is an amount or a code."""
    if isinstance(field.value, str) and field.kind in ("amount", "identifier"):
        yield from ((place.page, field.value) for place in field.evidence if place.file == 0)
    for part, places in field.parts.items():
        value = _part(field.value, part)
        if value is not None and _is_amount(value):
            yield from ((place.page, value) for place in places if place.file == 0)


def _part(value: Canonical | None, part: str) -> str | None:
    """The cell that a part's name points at: ``.6`` of numbered rows, ``[2].amount`` of a table."""
    if isinstance(value, dict):
        return value.get(part.removeprefix("."))
    number, _, name = part.removeprefix("[").partition("].")
    if not isinstance(value, list) or not number.isdecimal() or int(number) >= len(value):
        return None
    record = value[int(number)]
    return record.get(name) if isinstance(record, dict) else None


def _is_amount(value: str) -> bool:
    try:
        return Decimal(value) != 0 and "." in value
    except InvalidOperation:
        return False


def found(numbers: Iterable[str], text: str) -> int:
    """How many of the numbers the text has, in any unit, with or without thousands marks."""
    plain = unicodedata.normalize("NFKC", text)
    packed = "".join(character for character in plain if character not in ", \t\n\r")
    return sum(any(written in packed for written in _writings(number)) for number in numbers)


def _writings(number: str) -> Iterator[str]:
    """The ways the number may be printed."""
    if not _is_amount(number):
        yield "".join(unicodedata.normalize("NFKC", number).split())
        return
    for unit in _UNITS:
        amount = abs(Decimal(number)) / unit
        for written in {f"{amount:.2f}", f"{amount.normalize():f}"}:
            if sum(character.isdigit() for character in written) >= DIGITS:
                yield written


def share_found(numbers: Mapping[str, frozenset[str]], texts: Mapping[str, str]) -> float:
    """The share of all numbers that stand in the text of their page; pages by file name."""
    every = sum(len(values) for values in numbers.values())
    return sum(found(values, texts.get(page, "")) for page, values in numbers.items()) / every
