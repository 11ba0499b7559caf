"""Percentages as printed, without the sign: 100% → 100."""

import re
from decimal import Decimal

from extractor.values.confusions import as_digits
from extractor.values.texts import compact
from models.extraction import Ratio

_PERCENT = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d+)?)%")
_BARE = re.compile(r"\d{1,4}(?:\.\d+)?")


def parse(text: str) -> Ratio | None:
    """The one percentage in the text: 75% · 全年100% · 110|全年100%; else None.

    Without the sign a number above 2 is taken as percent; 1 or 0.75 may be a fraction or a
    percentage, so it is None.
    """
    plain = as_digits(compact(text))
    signed = {Decimal(number) for number in _PERCENT.findall(plain)}
    if len(signed) == 1:
        return Ratio(value=signed.pop())
    if not signed and _BARE.fullmatch(plain):
        bare = Decimal(plain)
        return Ratio(value=bare) if bare == 0 or bare > 2 else None
    return None
