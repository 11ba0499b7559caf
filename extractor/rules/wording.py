"""Values as they stand in a finding's message: in the unit in which the paper states them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from extractor.values.amounts import UNITS
from models.extraction import (
    Amount,
    Choice,
    Choices,
    Count,
    Day,
    Month,
    Number,
    Ratio,
    TextList,
    Value,
)
from models.report import OPEN_END, plain

CENT = Decimal("0.01")
LONGEST = 40
"""Longer words are cut in a message; the finding's values hold them in full."""
_KEYS = {
    "unqualified": "标准无保留意见",
    "unqualified_with_emphasis": "带强调事项段的无保留意见",
    "qualified": "保留意见",
    "adverse": "否定意见",
    "disclaimer": "无法表示意见",
    "table": "税收完税证明（表格式）",
    "letter": "税收完税证明（文书式）",
    "personal_record": "个人所得税纳税记录",
    "bank_slip": "银行缴税回单",
    "single": "单体报表",
    "consolidated": "合并报表",
    "both": "合并及母公司报表",
    "cover": "封面",
    "unit": "单位基本情况表",
    "model": "工业模型基本情况表",
    "overview": "项目概述",
    "innovation": "技术创新",
    "results": "应用成效",
    "yes": "是",
    "no": "否",
}
"""Keys that stand for printed words in the contract."""
_PARAMETER_UNIT = Decimal(100_000_000)


def shown(value: Value) -> str:
    """The value as a reviewer reads it; tables are not shown in a message."""
    match value:
        case Amount():
            return money(value)
        case Count(value=count):
            return str(count)
        case Ratio(value=number):
            return f"{plain(number)}%"
        case Number(value=number):
            return plain(number)
        case Day():
            return date_shown(value)
        case Month(year=year, month=month):
            return OPEN_END if year is None else f"{year}年{month}月"
        case Choice(value=key):
            return _KEYS.get(key, key)
        case Choices(values=values) | TextList(values=values):
            return cut("、".join(_KEYS.get(each, each) for each in values)) or "（无）"
    words = getattr(value, "value", None)
    return f"“{cut(words)}”" if isinstance(words, str) else "（见明细）"


def money(amount: Amount) -> str:
    """The sum in the unit it is stated in, with the decimals of that writing."""
    factor = UNITS[amount.unit]
    step = min(amount.step / factor, Decimal(1))
    number = (amount.value / factor).quantize(step, ROUND_HALF_UP)
    if number * factor != amount.value:
        number = (amount.value / factor).normalize()
    unit = amount.unit if amount.currency == "CNY" else f"{amount.unit}（{amount.currency}）"
    return f"{number:,f} {unit}"


def yuan(sum_of_money: Decimal) -> str:
    """A sum in 元 with two decimals."""
    return f"{sum_of_money.quantize(CENT, ROUND_HALF_UP):,f} 元"


def date_shown(day: Day) -> str:
    """The date, or 长期."""
    return OPEN_END if day.value is None else day.value.isoformat()


def parameters(count: Number) -> str:
    """A parameter count in 亿, the form's unit."""
    return f"{plain((count.value / _PARAMETER_UNIT).normalize())} 亿"


def cut(words: str) -> str:
    """The words, shortened for a message."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
