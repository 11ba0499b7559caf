"""Characters that look alike, and where a look-alike may be set right without guessing."""

import re

from extractor.values.texts import compact
from models.extraction import Amount, Count, Day, Month, Number, Ratio, Value

_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_BETWEEN_DIGITS = re.compile(r"(?<=[\d,.年月-])[OolI]+(?=[\d,.年月日-])")
_AT_THE_END = re.compile(
    r"(?:(?<=[\d,.])[Oo]+|(?<=\d[,.]|[\d,.]\d)[OolI]+)(?=$|[年月日元万千亿%)人])"
)
_LAST_COMMA = re.compile(r"(?<![\d,.])(\d{1,3}(?:[,.]\d{3})+),(\d{2})(?!\d)")


def as_digits(text: str) -> str:
    """The text with O, o read as 0 and l, I as 1 where digits stand on both sides.

    At the end of a number a look-alike is repaired too. Never | or a leading l: they may be the
    rule of the table.
    """
    between = _BETWEEN_DIGITS.sub(lambda found: found[0].translate(_DIGITS), text)
    return _AT_THE_END.sub(lambda found: found[0].translate(_DIGITS), between)


def as_separators(text: str) -> str:
    """The number with misread thousands commas set right: ``1、234.567.89`` → ``1,234,567.89``.

    A point is taken for a comma only where a later mark has exactly two decimals after it:
    ``12.345.678`` stays as it is, because either reading of it would be a guess. A comma before
    the last two digits is taken for the point.
    """
    commas = re.sub(r"(?<=\d)[、'`’;](?=\d{3})", ",", text)
    pointed = _LAST_COMMA.sub(r"\1.\2", commas)
    return re.sub(r"(?<=\d)\.(?=(?:\d{3}[,.])*\d{3}\.\d{2}(?!\d))", ",", pointed)


def repaired(value: Value, text: str) -> bool:
    """Whether a number or date could only be read by setting right what may have been otherwise.

    Letters among digits, and a comma for the point: the last digit may be lost instead. Points
    for commas are none of that, because no other number can be meant.
    """
    if not isinstance(value, Amount | Count | Ratio | Number | Day | Month):
        return False
    plain = compact(text)
    return as_digits(plain) != plain or _LAST_COMMA.search(plain) is not None
