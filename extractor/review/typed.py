"""What a person typed as a typed value: by the very parser that reads the page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from extractor.documents.catalogue import kinds
from extractor.documents.kind import FieldSpec
from extractor.documents.tax_sheet import parse_row
from extractor.reports.wording import CHOICE_WORDS
from extractor.values import amounts, counts, days, decimals, identifiers, months, ratios, texts
from models.extraction import (
    Amount,
    Choice,
    Choices,
    Day,
    Field,
    NumberedAmounts,
    Ratio,
    Rows,
    Scalar,
    TextList,
    Value,
    ValueKind,
)

NONE = ("无", "没有", "[]")
"""How a person says that a list is empty."""
_SEPARATORS = re.compile(r"[、,，;；\n]")
_PARSERS: Mapping[str, Callable[[str], Value | None]] = {
    "count": counts.parse_cell,
    "ratio": ratios.parse,
    "decimal": decimals.parse,
    "day": days.parse,
    "month": months.parse,
    "text": texts.parse,
    "identifier": identifiers.parse,
}
_AMOUNTS = frozenset({"amount", "current", "prior"})
_DAYS = frozenset({"period_start", "period_end", "paid_on", "decided_on"})
_ASKED: Mapping[ValueKind, str] = {
    "amount": "金额，如 1,234.56 万元",
    "count": "整数，如 128",
    "ratio": "百分比，如 100%",
    "decimal": "数字，如 1.2",
    "day": "日期，如 2025年3月1日，或“长期”",
    "month": "月份，如 2025年3月，或“至今”",
    "text": "文字",
    "identifier": "号码，如证照上所印",
    "list": "以顿号分开的名称，没有时写“无”",
    "rows": "表格各行",
    "numbered_amounts": "各行次的金额",
}


@cache
def specs() -> Mapping[str, FieldSpec]:
    """Key → the field's description, of every document kind."""
    return {f"{kind.kind}.{spec.name}": spec for kind in kinds() for spec in kind.fields}


def typed_value(text: str, field: Field) -> Value | None:
    """What a person typed for this field, or None where it can't be understood.

    A sum without a unit is in the unit that the page prints, which the machine's reading knows.
    Tables are typed as the JSON of report.json: a list of objects, or row number → amount.
    """
    spec = specs()[field.key]
    machine = field.machine or field
    if spec.options:
        return _chosen(text, spec)
    if spec.kind in ("rows", "numbered_amounts") and text.lstrip()[:1] in ("[", "{"):
        return _table(text, spec.kind)
    if spec.parse is not None and (value := spec.parse(text)) is not None:
        # Made for what is printed, often a whole sentence; a person may type the bare value too.
        return value
    if spec.kind == "list":
        return _list(text)
    if field.key.startswith("a107012.row_"):
        return parse_row(spec.kind, text)
    if spec.kind == "amount":
        unit = machine.value.unit if isinstance(machine.value, Amount) else "元"
        return amounts.parse(text, unit)
    # Where months are asked the page may print days, and its reading then is a day.
    kind = "day" if spec.kind == "month" and isinstance(machine.value, Day) else spec.kind
    parse = _PARSERS.get(kind)
    return None if parse is None else parse(text)


def expected(key: str) -> str:
    """What can be typed for the field, for the message where it was not understood."""
    spec = specs()[key]
    if spec.options:
        return f"以下之一：{'、'.join(CHOICE_WORDS.get(each, each) for each in spec.options)}"
    return _ASKED[spec.kind]


def _chosen(text: str, spec: FieldSpec) -> Value | None:
    """The options named; several only where the field can have several."""
    if spec.kind == "choices":
        named = [] if text.strip() in NONE else [_option(part, spec) for part in _parts(text)]
        if None in named:
            return None
        return Choices(values=tuple(each for each in spec.options if each in named))
    option = _option(texts.printed(text), spec)
    return None if option is None else Choice(value=option)


def _option(words: str, spec: FieldSpec) -> str | None:
    """The option of these words, printed or shown; brackets behind it need not be typed."""
    same = [
        each
        for each in spec.options
        if words in (each, each.split("（")[0], CHOICE_WORDS.get(each))
    ]
    return same[0] if len(same) == 1 else None


def _parts(text: str) -> list[str]:
    return [part for part in _SEPARATORS.split(texts.printed(text)) if part]


def _list(text: str) -> TextList:
    return TextList(values=() if text.strip() in NONE else tuple(_parts(text)))


def _table(text: str, kind: ValueKind) -> Value | None:
    """A table from its JSON; None where a cell can't be understood: nothing is left out silently."""
    try:
        given = json.loads(text)
        if kind == "rows" and isinstance(given, list):
            return Rows(records=tuple(_record(each) for each in given))
        if kind == "numbered_amounts" and isinstance(given, dict):
            return NumberedAmounts(
                amounts={number: _numbered(cell) for number, cell in given.items()}
            )
    except (ValueError, AttributeError):
        return None
    return None


def _record(record: Mapping[str, Any]) -> dict[str, Scalar | None]:
    return {name: _cell(name, cell) for name, cell in record.items()}


def _cell(name: str, cell: Any) -> Scalar | None:
    if cell is None:
        return None
    if not isinstance(cell, str):
        raise ValueError(f"{name} is no text")
    value = _reads(name)(cell)
    if value is None:
        raise ValueError(f"{name} can't be understood")
    return value


def _reads(column: str) -> Callable[[str], Scalar | None]:
    if column in _AMOUNTS:
        return amounts.parse
    return days.parse if column in _DAYS else texts.parse


def _numbered(cell: Any) -> Amount | Ratio | None:
    if cell is None:
        return None
    if not isinstance(cell, str):
        raise ValueError("an amount is typed as text")
    value = ratios.parse(cell) if cell.endswith("%") else amounts.parse(cell)
    if value is None:
        raise ValueError("an amount can't be understood")
    return value
