"""What the columns of a cost table are headed by."""

from __future__ import annotations

import re

from extractor.values import texts
from models.document import Document

NAME = re.compile(
    r"(?:费用|成本|明细|支出|研发|开支|投入|经费|会计|核算|归集)*"
    r"(?:项目|科目|类别|名称|构成|明细|内容|种类|事项|要素)+"
)
_UNIT = r"(?:[(](?:人民币|单位[:：]?)?[百千万亿]*元[)])?"
_AMOUNTS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?:全年|年度|本年度?|四个?季度)?合计(?:金额|数)?.*|全年(?:金额|发生额|发生数|数)?"
    ),
    re.compile(r"(?:审定|审计确认|审核确认|核定|经审计的?)(?:金额|数|后?金额|发生额).*"),
    re.compile(
        r"(?:本期|本年|累计)?(?:金额|发生额|发生数|研发成本).*|20\d{2}年度?(?:金额|发生额)?"
    ),
    re.compile(
        r"(?:20\d{2}年度?|本期|本年度?|当年|当期|累计|实际|支出|费用|确认|归集|投入|列支|研发|模型|项目)*"
        rf"(?:金额|数额|额|发生额|发生数|支出数?|成本|费用|投入额?|总额){_UNIT}"
    ),
    re.compile(r"RD\d+"),
)
"""Headings of the column that counts, the better before the lesser: a total before its parts."""
_ANY_YEAR = r"20\d{2}"
_HEADED_YEAR = re.compile(r"(20\d{2})年")
_SHORTEST_MODEL = 4
"""Letters of a model's name: shorter words head other columns too."""


def of_the_model(model: str | None) -> list[re.Pattern[str]]:
    """The heading of the model's own column: its name, with a project's number or a word more."""
    if model is None or len(model) < _SHORTEST_MODEL:
        return []
    name = re.escape(texts.compact(model))
    return [re.compile(rf"(?:RD\d+)?[“\"《「(]?{name}[”\"》」)]?(?:项目)?{_UNIT}")]


def amount_headings(document: Document) -> list[re.Pattern[str]]:
    """The headings, where they name years those of the last one, before the sum of all years."""
    years = {
        found[1]
        for page in document.pages
        for table in page.tables
        for cell in table.cells
        if (found := _HEADED_YEAR.match(texts.compact(cell.text))) is not None
    }
    if not years:
        return list(_AMOUNTS)
    named = [re.compile(each.pattern.replace(_ANY_YEAR, max(years))) for each in _AMOUNTS]
    return [re.compile(rf"{max(years)}年.*"), *named] if len(years) > 1 else named
