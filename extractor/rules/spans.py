"""First and last days of dates and months, for rules about time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from models.extraction import Day, Month, Value


def first_day(value: Value | None) -> date | None:
    """The day, or the first of the month; None for an open end."""
    match value:
        case Day(value=day):
            return day
        case Month(year=int() as year, month=month):
            return date(year, month, 1)
    return None


def last_day(value: Value | None) -> date | None:
    """The day, or the last of the month; None for an open end."""
    match value:
        case Month(year=int() as year, month=month):
            return date(year, month, monthrange(year, month)[1])
    return first_day(value)


def is_open(value: Value | None) -> bool:
    """Whether it is an end without a date (至今, 长期)."""
    return (isinstance(value, Day) and value.value is None) or (
        isinstance(value, Month) and value.year is None
    )
