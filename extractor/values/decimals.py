"""Plain decimals without a unit: 1.2 · 1,234.5."""

import re
from decimal import Decimal

from extractor.values.confusions import as_digits, as_separators
from extractor.values.texts import compact
from models.extraction import Number

_NUMBER = re.compile(r"[:：]?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)[。;；]?")


def parse(text: str) -> Number | None:
    """The decimal that fills the whole text, or None."""
    found = _NUMBER.fullmatch(as_separators(as_digits(compact(text))))
    return None if found is None else Number(value=Decimal(found[1].replace(",", "")))
