"""The same fact stated twice in one document: 大写 and figures, a total and its items, two dates.

Two statements that agree prove each other. Where they differ, both become doubtful if a misread
character may be the reason; if both were read well and no single misreading explains the
difference, they stay as they are: the paper contradicts itself, and the rules will say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from extractor.forms.expressions import Expression
from extractor.forms.identity import Identity
from extractor.reconcile.arithmetic import one_misreading, proved, suspects
from extractor.reconcile.certainty import STRONG, doubted, exact, lifted
from extractor.reconcile.identities import cause
from extractor.values import capitals, names
from models.extraction import Amount, Day, Extraction, Field, Month, Rows, Text, Value
from models.report import canonical

Reconciler = Callable[[Extraction], Extraction]


def capitals_agree(figures: str, words: str) -> Reconciler:
    """The reconciler of an amount and the same amount in capitals (field names)."""
    return agree(figures, words)


def agree(first: str, second: str) -> Reconciler:
    """The reconciler of two fields that state the same fact; capitals are taken for their sum."""

    def reconcile(extraction: Extraction) -> Extraction:
        one, other = extraction.field(first), extraction.field(second)
        if one is None or other is None:
            return extraction
        left, right = _stated(one), _stated(other)
        if left is None or right is None:
            return extraction
        if _same(left, right):
            return extraction.with_fields({one.key: lifted(one), other.key: lifted(other)})
        if _paper_contradicts(one, other, left, right):
            return extraction
        doubt = f"“{one.label}”与“{other.label}”不一致，可能有一处识别错误"
        return extraction.with_fields(
            {one.key: doubted(one, doubt), other.key: doubted(other, doubt)}
        )

    return reconcile


def in_order(earlier: str, later: str) -> Reconciler:
    """The reconciler of two dates or months of which the first can't come after the second."""

    def reconcile(extraction: Extraction) -> Extraction:
        one, other = extraction.field(earlier), extraction.field(later)
        if one is None or other is None:
            return extraction
        start, end = _first_day(one.value), _first_day(other.value)
        if start is None or end is None or start <= end or _well_read(one, other):
            return extraction
        doubt = f"“{one.label}”晚于“{other.label}”，可能有一处识别错误"
        return extraction.with_fields(
            {one.key: doubted(one, doubt), other.key: doubted(other, doubt)}
        )

    return reconcile


def column_adds_up(rows: str, column: str, total: str) -> Reconciler:
    """The reconciler of a table whose column (``items``, ``amount``) adds up to a total field."""

    def reconcile(extraction: Extraction) -> Extraction:
        table, sum_field = extraction.field(rows), extraction.field(total)
        if table is None or sum_field is None or not isinstance(table.value, Rows):
            return extraction
        amounts = [record.get(column) for record in table.value.records]
        if not amounts or not isinstance(sum_field.value, Amount):
            return extraction
        return _added(extraction, table, sum_field, amounts)

    return reconcile


def column_sums(path: str, total: str) -> Reconciler:
    """The same with the column written as a path: ``column_sums("items.amount", "total")``."""
    rows, _, column = path.partition(".")
    return column_adds_up(rows, column, total)


def _added(
    extraction: Extraction, table: Field, total: Field, amounts: Sequence[Value | None]
) -> Extraction:
    cells: dict[str, Decimal | None] = {
        f"1.{place}": amount.value if isinstance(amount, Amount) else None
        for place, amount in enumerate(amounts)
    }
    stated = total.value
    if not isinstance(stated, Amount):
        return extraction
    cells["0"] = stated.value
    identity = Identity(
        name="total",
        total="0",
        expression=Expression("sum(r1.*)"),
        tolerance=_tolerance([stated, *(each for each in amounts if isinstance(each, Amount))]),
        shown=f"各行之和 = {total.label}",
    )
    trusted = {cell for cell in cells if cell != "0" and table.status == "sure"}
    if total.status == "sure":
        trusted.add("0")
    if proved((identity,), cells, trusted):
        return extraction.with_fields({table.key: lifted(table), total.key: lifted(total)})
    known = {cell for cell in cells if exact(total if cell == "0" else table)}
    changed = {table.key: table, total.key: total}
    for suspect in suspects((identity,), cells, exact=known):
        field = total if suspect.cell == "0" else table
        place = "" if field is total else f"第 {int(suspect.cell.removeprefix('1.')) + 1} 行："
        changed[field.key] = doubted(changed[field.key], place + cause(suspect))
    return extraction.with_fields(changed)


def _tolerance(amounts: Sequence[Amount]) -> Decimal:
    """Half a step for every rounded member; a cent is never rounded away."""
    step = max(amount.step for amount in amounts)
    return Decimal("0.005") if step <= Decimal("0.01") else step * len(amounts) / 2


def _stated(field: Field) -> Value | None:
    """What the field says, with capitals as the sum they write."""
    if isinstance(field.value, Text):
        return capitals.parse(field.value.value) or field.value
    return field.value


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Amount) and isinstance(other, Amount):
        step = max(one.step, other.step)
        return one.currency == other.currency and abs(one.value - other.value) < step / 2
    if isinstance(one, Text) and isinstance(other, Text):
        return names.compare(one.value, other.value) == "same"
    return canonical(one) == canonical(other)


def _paper_contradicts(one: Field, other: Field, left: Value, right: Value) -> bool:
    """Whether two values that differ were both read well and are no misreading of each other."""
    if exact(one) and exact(other):
        return True
    if not _well_read(one, other):
        return False
    if isinstance(left, Amount) and isinstance(right, Amount):
        return not one_misreading(left.value, right.value)
    if isinstance(left, Text) and isinstance(right, Text):
        return names.compare(left.value, right.value) == "different"
    return True


def _well_read(one: Field, other: Field) -> bool:
    return all(each.status == "sure" and each.confidence >= STRONG for each in (one, other))


def _first_day(value: Value | None) -> date | None:
    """The day, or the first of the month; None for an open end and for other values."""
    match value:
        case Day(value=day):
            return day
        case Month(year=int() as year, month=month):
            return date(year, month, 1)
    return None
