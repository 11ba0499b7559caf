"""Parameter counts of models: 7B · 70亿 · 671B（激活37B） · 1.8万亿 · 120万."""

import re
from decimal import Decimal
from typing import NamedTuple

from extractor.values.confusions import as_digits, as_separators
from extractor.values.texts import compact
from models.extraction import Number

UNITS: dict[str, Decimal] = {
    "个": Decimal(1),
    "千": Decimal(10**3),
    "K": Decimal(10**3),
    "万": Decimal(10**4),
    "M": Decimal(10**6),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "十亿": Decimal(10**9),
    "B": Decimal(10**9),
    "T": Decimal(10**12),
    "万亿": Decimal(10**12),
}
"""Units of a parameter count; T is 10¹² here and never terabytes."""

_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS if unit != "个"), key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TOTAL = re.compile(
    rf"[:：]?(?:约|总参数量?|参数规模|参数量|参数|总|共|为)*[:：]?(?P<number>{_NUMBER})"
    rf"(?P<unit>{_UNIT}|[bmt])?(?P<noun>个?(?:参数|参数量)?)(?:左右)?"
    rf"(?:\(?[,，;；、-]?(?:MoE|混合专家|(?:MoE|混合专家)?(?:架构|模型)|其中|每次|每个词元|单次|推理|[时,，;；、])*"
    rf"(?:激活|活跃|Active|active|A)"
    rf"(?:参数|参数量)?[:：]?(?:约|为)?"
    rf"(?P<active>{_NUMBER})(?P<active_unit>{_UNIT}|[bmt])?(?:个?参数|参数量)?\)?)?"
    rf"(?:\((?:即|约)?(?P<again>{_NUMBER})(?P<again_unit>{_UNIT}|[bmt])(?:参数)?\))?"
    rf"(?:\([A-Z][A-Za-z]*[\w.-]*?[-_](?P<named>\d+(?:\.\d+)?)(?P<named_unit>[BMbm])(?:-[A-Za-z]+)*\))?"
    r"(?:\((?![^()]*(?:基座|底座|基础|部分))(?:[^()\d]*|(?=[A-Z])(?![^()]*\d[BMTbmt亿万])[^()]*)\))?[。;；]?"
)


_LARGEST = Decimal(10**15)
"""No model has a thousand trillion parameters: the number was not written in the unit assumed."""


_ROUNDED = Decimal("0.1")
"""How far the count in a model's name may be from its own: Qwen2.5-32B has 325亿, -7B 76亿."""


class ParameterCount(NamedTuple):
    """All parameters, and those active at a time where a mixture of experts states them."""

    total: Number
    active: Number | None


def parse(text: str, unit: str | None = None) -> Number | None:
    """All parameters as an absolute number, or None.

    Args:
        text: what was read.
        unit: the unit of the form's cell (亿) where the text has none; without either it is None.
    """
    read = parse_both(text, unit)
    return None if read is None else read.total


def parse_active(text: str) -> Number | None:
    """The parameters active at a time, where the text states them."""
    read = parse_both(text)
    return None if read is None else read.active


def parse_both(text: str, unit: str | None = None) -> ParameterCount | None:
    """All parameters and the active ones; 8×7B is None, because it is a name and no product."""
    found = _TOTAL.fullmatch(as_separators(as_digits(compact(text))))
    if found is None:
        return None
    own = found["unit"] or unit or ("个" if found["noun"] else None)
    if own is None:
        return None
    total = _absolute(found["number"], own)
    again = total if found["again"] is None else _absolute(found["again"], found["again_unit"])
    if total.value > _LARGEST or again.value != total.value or not _near_the_name(found, total):
        return None
    if found["active"] is None:
        return ParameterCount(total, None)
    active = _absolute(found["active"], found["active_unit"] or own)
    return ParameterCount(total, active) if active.value <= total.value else None


def _near_the_name(found: re.Match[str], total: Number) -> bool:
    """Whether the count is that of the model named behind it: 70亿（Qwen2.5-7B）."""
    if found["named"] is None:
        return True
    named = _absolute(found["named"], found["named_unit"])
    return abs(named.value - total.value) <= named.value * _ROUNDED


def _absolute(number: str, unit: str) -> Number:
    value = Decimal(number.replace(",", "")) * UNITS[unit.upper()]
    return Number(value=value)
