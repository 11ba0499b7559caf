"""Values as the report's JSON writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from samples import money
from samples.papers import Item

Value = tuple[str, Any]
"""Kind of value and the value as the report's JSON has it."""


def amount_value(value: Decimal | None) -> Value:
    """An amount in 元 with two decimals; nothing printed is nil."""
    return "amount", f"{money.fen(value or Decimal(0)):f}"


def text_value(value: str) -> Value:
    """Text without spaces and line breaks; None where nothing is printed."""
    return "text", "".join(value.split()) or None


def identifier_value(value: str) -> Value:
    """A number or code without spaces; None where nothing is printed."""
    return "identifier", "".join(value.split()) or None


def day_value(value: date | None) -> Value:
    """A day as ISO has it."""
    return "day", value.isoformat() if value else None


def plain_number(value: Decimal) -> str:
    """A number without trailing zeros and without an exponent."""
    return f"{value.normalize():f}"


def item_rows(items: tuple[Item, ...]) -> Value:
    """Named amounts as rows."""
    return "rows", [{"name": i.name, "amount": f"{money.fen(i.amount):f}"} for i in items]
