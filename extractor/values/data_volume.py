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
_VOLUME = re.compile(
    r"[:：]?(?:约|共|总计|数据量|训练数据量|为|达)*[:：]?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[PTGMptgm][Bb]?)?"
    r"(?:\((?:[^()\d]*|[^()]*(?:(?i:token)|词元|条|张|样本|小时)[^()]*)\))?[。;；]?"
)


def parse(text: str, unit: str | None = None) -> Number | None:
    """The size in TB, decimal (1 PB = 1000 TB), or None.

    Args:
        text: what was read.
        unit: the unit of the form's cell (TB) where the text has none; without either it is None.
    """
    found = _VOLUME.fullmatch(as_separators(as_digits(compact(text))))
    if found is None:
        return None
    own = (found["unit"] or unit or "").upper()
    size = _SIZES.get(own if own.endswith("B") else f"{own}B")
    return None if size is None else Number(value=Decimal(found["number"].replace(",", "")) * size)
