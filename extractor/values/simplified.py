"""Chinese characters in their simplified forms: 靜 and 静 are one character, 戶 and 戸 are 户."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def simplified(text: str) -> str:
    """The text, each traditional or variant form as its simplified one; as long as it was."""
    return text.translate(_forms())


def places_of_other_forms(text: str) -> tuple[int, ...]:
    """Where in the text a traditional or variant form stands."""
    forms = _forms()
    return tuple(at for at, character in enumerate(text) if ord(character) in forms)


def count_simplified(text: str) -> int:
    """How many characters of the text no traditional print has: 汉 and 为, but not 武 or 里."""
    return sum(character in _only_simplified() for character in text)


@cache
def _forms() -> dict[int, str]:
    """Code of the other form → the simplified character."""
    rows = files("extractor.values").joinpath("simplified.txt").read_text(encoding="utf-8")
    pairs = (row.split() for row in rows.splitlines() if row and not row.startswith("#"))
    return {ord(other): character for character, others in pairs for other in others}


@cache
def _only_simplified() -> frozenset[str]:
    """The simplified characters that Big5, the set of the traditional ones, does not have."""
    return frozenset(each for each in _forms().values() if not each.encode("big5", "ignore"))
