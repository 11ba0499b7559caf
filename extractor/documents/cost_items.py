"""The composition of a cost in words: 购买服务120.5万元、购买设备80万元、员工工资300万元."""

from __future__ import annotations

import re

from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubts_of, judged
from extractor.values import amounts
from extractor.values.texts import compact, printed
from models.extraction import Field, Rows, Scalar, Text, Value

_ITEM = re.compile(
    r"(?P<name>[一-龥A-Za-z（）()、/与及和]{2,30}?)(?:费用?为|为|支出|共计|约|[:：])*"
    r"(?P<amount>-?\d[\d,，]*(?:\.\d+)?)(?P<unit>亿元|千万元|百万元|万元|千元|元|万)?"
)
_LEADING = re.compile(
    r"^(?:[、，,;；。.]|其中|包括|包含|主要|用于|以及|和|及|与|\d+[、.)）]|[(（]\d+[)）])+"
)
_TOTALS = re.compile(r"合计|总计|共计|总额|总投入|研发成本$|研发投入$|总成本")
_PROMPT = re.compile(r"[(（]?说明研发资金详细组成.{0,40}?等?[)）]")


def cost_items(key: str, label: str, passage: Passage | None) -> Field:
    """The named amounts in the cell; a total that is named among them is left out."""
    field = judged(key, label, "rows", passage, parse_cost_items)
    if passage is None or field.value is None:
        return field
    # An amount is a figure: one weak digit makes another value, so the cell is judged as one.
    doubts = doubts_of(passage, "amount", field.value, parse_cost_items)
    status = "doubtful" if doubts else "sure"
    return field.model_copy(update={"status": status, "doubts": doubts})


def parse_cost_items(text: str) -> Value | None:
    """The named amounts in the text, in 万元 where it names no unit; None where there is none."""
    plain = _PROMPT.sub("", compact(text)).replace("，", ",")
    rows: list[dict[str, Scalar | None]] = []
    for found in _ITEM.finditer(plain):
        name = _LEADING.sub("", printed(found["name"]))
        unit = found["unit"] or "万元"
        amount = amounts.parse(f"{found['amount']}", "万元" if unit == "万" else unit)
        if not name or _TOTALS.search(name):
            continue
        rows.append({"name": Text(value=name), "amount": amount})
    return Rows(records=tuple(rows)) if rows else None
