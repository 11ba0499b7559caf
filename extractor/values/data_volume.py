"""Sizes of training data in TB: 1.2TB · 800GB · 1.5PB; samples, hours and tokens are no size."""

import re
from decimal import Decimal

from extractor.values.confusions import as_digits, as_separators
from extractor.values.texts import compact
from models.extraction import Number

_SIZES = {
    "PB": Decimal(1000),
    "TB": Decimal(1),
    "GB": Decimal("0.001"),
    "MB": Decimal("0.000001"),
}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIZE = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>[PTGMptgm][Bb])")
_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)[。;；]?$")
_PARTS = re.compile(r"其中|含|包括")
_TOKENS = re.compile(r"约?\d[\d.,]*(?:万亿|千亿|百亿|亿|万|[KMBT])?个?(?i:tokens?|词元)")
_VOLUME = re.compile(
    r"[:：]?(?:约|共|总计|数据量|训练数据量|为|达)*[:：]?"
    rf"(?P<number>{_NUMBER})(?P<unit>[PTGMptgm][Bb]?)?(?:左右)?"
    r"(?:\((?:[^()\d]*|[^()]*(?:(?i:token)|词元|条|张|样本|小时)[^()]*)\))?[。;；]?"
)


def parse(text: str, unit: str | None = None) -> Number | None:
    """The size in TB, decimal (1 PB = 1000 TB), or None.

    Args:
        text: what was read.
        unit: the unit of the form's cell (TB) where the text has none; without either it is None.
    """
    plain = as_separators(as_digits(compact(text)))
    found = _VOLUME.fullmatch(plain)
    if found is None:
        return _beside_a_bracket(plain, unit)
    own = (found["unit"] or unit or "").upper()
    size = _SIZES.get(own if own.endswith("B") else f"{own}B")
    return None if size is None else Number(value=Decimal(found["number"].replace(",", "")) * size)


def _beside_a_bracket(plain: str, unit: str | None) -> Number | None:
    """The size whose brackets name its parts, or the one in the brackets behind a count of tokens."""
    bracket = _BRACKET.search(plain)
    if bracket is None:
        return None
    before, inside = plain[: bracket.start()], bracket["inside"]
    if _TOKENS.fullmatch(before):
        return parse(inside)
    whole = parse(before, unit)
    parts = [_in_terabytes(each) for each in _SIZE.finditer(inside)]
    if whole is None or not parts:
        return None
    together = sum(parts)
    adds_up = together == whole.value or (_PARTS.match(inside) and together <= whole.value)
    return whole if adds_up else None


def _in_terabytes(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", "")) * _SIZES[found["unit"].upper()]
