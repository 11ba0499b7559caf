"""Amounts and sizes of the 申报书 in the unit that the applicant's copy prints.

The template's captions say 万元, 亿 and TB; who fills it in writes 元, B or GB over them instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.documents.cost_items import cost_items, parse_cost_items
from extractor.documents.form_cells import (
    cost_composition,
    model_cell,
    on_part,
    rd_cost_cell,
    unit_cell,
)
from extractor.documents.form_parts import Part
from extractor.documents.kind import Finder, Parser
from extractor.layout.captions import bracket_of
from extractor.reconcile.certainty import doubted, judged
from extractor.values import amounts, data_volume, parameters
from extractor.values.texts import compact
from models.document import Document
from models.extraction import Amount, Field, ValueKind

_BEFORE_UNIT = re.compile(r"^(?:金额)?(?:单位)?[:：]?(?:人民币)?")
_AMOUNT_UNITS = {unit: unit for unit in amounts.UNITS} | {"亿": "亿元", "万": "万元"}
_SIZE_UNITS = {each: each for unit in ("PB", "TB", "GB", "MB") for each in (unit, unit[0])}
_COUNTED = re.compile(r"条|张|幅|篇|小时|样本|TOKEN|词|万|亿", re.IGNORECASE)
"""Data counted in pieces: no size in bytes follows from it."""
_TOO_SMALL = 10_000
"""In 元: a year's revenue or cost below one 万元 is likelier an amount in 万元."""
_UNIT_DOUBTED = "栏目标注单位为“元”而金额不足一万元，请核对单位"


_LABELS = {
    "revenue": "2025年营业收入",
    "ai_revenue": "2025年人工智能营业收入",
    "rd_cost": "2025年度模型研发成本",
    "rd_cost_items": "2025年度模型研发成本组成",
    "parameter_count": "参数量",
    "training_data": "训练数据量",
}
"""The captions a reviewer knows."""


def amounts_and_sizes(document: Document) -> Mapping[str, Field]:
    """The fields of the form whose captions name a unit."""
    revenue = _unit_of(
        document, "unit", ("2025年营业收入",), ("单位经营情况",), units=_AMOUNT_UNITS
    )
    ai_revenue = _unit_of(
        document, "unit", ("2025年人工智能营业收入",), ("单位经营情况",), units=_AMOUNT_UNITS
    )
    cost_captions = ("2025年度模型研发成本", "模型研发成本")
    cost = _unit_of(document, "model", cost_captions, units=_AMOUNT_UNITS)
    parts = _unit_of(
        document,
        "model",
        ("2025年度模型研发成本组成", "模型研发成本组成", "研发成本组成"),
        cost_captions,
        units=_AMOUNT_UNITS,
    )
    parts_unit = parts or "万元"
    return {
        "revenue": _amount(document, "revenue", unit_cell("2025年营业收入"), revenue),
        "ai_revenue": _amount(
            document, "ai_revenue", unit_cell("2025年人工智能营业收入"), ai_revenue
        ),
        "rd_cost": _amount(document, "rd_cost", on_part("model", rd_cost_cell), cost),
        "rd_cost_items": cost_items(
            "application_form.rd_cost_items",
            _LABELS["rd_cost_items"],
            cost_composition(document),
            lambda text: parse_cost_items(text, parts_unit),
        ),
        "parameter_count": _parameters(document),
        "training_data": _data(document),
    }


def _unit_of(
    document: Document, part: Part, *captions: Sequence[str], units: Mapping[str, str]
) -> str | None:
    """The unit in the brackets behind the caption, else behind that of its row."""
    for names in captions:
        printed = _bracket(document, part, names)
        if printed in units:
            return units[printed]
    return None


def _bracket(document: Document, part: Part, captions: Sequence[str]) -> str:
    passage = on_part(part, bracket_of(*captions))(document)
    return "" if passage is None else _BEFORE_UNIT.sub("", compact(passage.text)).upper()


def _amount(document: Document, name: str, finder: Finder, unit: str | None) -> Field:
    field = _judged(
        document, name, finder, lambda text: amounts.parse_remarked(text, unit or "万元"), "amount"
    )
    small = isinstance(field.value, Amount) and 0 < abs(field.value.value) < _TOO_SMALL
    return doubted(field, _UNIT_DOUBTED) if unit == "元" and small else field


def _parameters(document: Document) -> Field:
    captions = ("参数量（亿）", "参数量")
    unit = _unit_of(document, "model", captions, units={each: each for each in parameters.UNITS})
    return _judged(
        document,
        "parameter_count",
        model_cell(*captions),
        lambda text: parameters.parse(text, unit or "亿"),
        "decimal",
    )


def _data(document: Document) -> Field:
    captions = ("训练数据量（TB）", "训练数据量")
    printed = _bracket(document, "model", captions)
    unit = _SIZE_UNITS.get(printed) or (None if _COUNTED.search(printed) else "TB")
    return _judged(
        document,
        "training_data",
        model_cell(*captions),
        lambda text: data_volume.parse(text, unit),
        "decimal",
    )


def _judged(
    document: Document,
    name: str,
    finder: Finder,
    parse: Parser,
    kind: ValueKind,
) -> Field:
    return judged(f"application_form.{name}", _LABELS[name], kind, finder(document), parse)
