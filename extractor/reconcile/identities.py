"""The sums of the tax sheets, held against the fields that were read from one.

A sum that fails although one misread digit would explain it makes the field doubtful; a sum that
holds takes away doubts that only the reading gave rise to. What neither explains is left as it
is: then the sheet itself is wrong, and the rules will say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from extractor.forms.form import Edition, Form
from extractor.forms.identity import Cells, Identity
from extractor.reconcile.arithmetic import Suspect, proved, suspects
from extractor.reconcile.certainty import EMPTY, ENGINE_DOUBTS, doubted, exact, lifted
from extractor.values.amounts import nothing_written
from models.extraction import (
    Amount,
    Choice,
    Count,
    Extraction,
    Field,
    NumberedAmounts,
    Ratio,
    Text,
    Value,
)

Reconciler = Callable[[Extraction], Extraction]


def form_sums(form: Form) -> Reconciler:
    """The reconciler of a sheet whose rows are fields (``row_40``) or one field ``rows``."""

    def reconcile(extraction: Extraction) -> Extraction:
        edition = edition_of(extraction, form)
        if edition is None:
            return extraction
        rows = extraction.field("rows")
        if rows is not None and isinstance(rows.value, NumberedAmounts):
            return _with_numbered(extraction, edition, rows, rows.value)
        return _with_fields(extraction, form.identities(edition, year_of(extraction)))

    return reconcile


def edition_of(extraction: Extraction, form: Form) -> Edition | None:
    """The edition that the field ``edition`` names."""
    field = extraction.field("edition")
    if field is None or not isinstance(field.value, Choice | Text):
        return None
    named = field.value.value
    return next((each for each in form.editions if each.name == named), None)


def year_of(extraction: Extraction) -> int | None:
    """The fiscal year of the sheet's period."""
    return None if extraction.period is None else extraction.period.end.year


def row_cells(extraction: Extraction) -> Mapping[str, Decimal | None]:
    """The rows of the sheet as cells: amounts in 元, rates as fractions, None where not read."""
    rows = extraction.field("rows")
    if rows is not None and isinstance(rows.value, NumberedAmounts):
        return {number: _number(amount) for number, amount in rows.value.amounts.items()}
    return {
        number: _number(field.value)
        for field in extraction.fields
        if (number := _row_number(extraction, field)) is not None and field.kind != "count"
    }


def cause(suspect: Suspect) -> str:
    """Why a cell is doubted, with the amount that would fit."""
    formula = "；".join(each.formula for each in suspect.broken)
    return f"勾稽不符（{formula}），本格疑为 {suspect.fits:,.2f}"


def _row_number(extraction: Extraction, field: Field) -> str | None:
    """``a107012.row_l1_1`` → L1.1; None for fields that are no rows."""
    prefix = f"{extraction.kind}.row_"
    if not field.key.startswith(prefix):
        return None
    return field.key.removeprefix(prefix).upper().replace("_", ".")


def _number(value: Value | None) -> Decimal | None:
    match value:
        case Amount(value=amount, currency="CNY"):
            return amount
        case Ratio(value=percent):
            return percent / 100
        case Count(value=count):
            return Decimal(count)
    return None


def _with_fields(extraction: Extraction, identities: tuple[Identity, ...]) -> Extraction:
    fields = {
        number: field
        for field in extraction.fields
        if (number := _row_number(extraction, field)) is not None
    }
    cells = row_cells(extraction)
    right = proved(identities, cells, {n for n, field in fields.items() if field.status == "sure"})
    wrong = suspects(
        identities,
        cells,
        unseen={number for number, field in fields.items() if _nothing_read(field)},
        exact={number for number, field in fields.items() if exact(field)},
    )
    changed = {number: lifted(fields[number]) for number in right if number in fields}
    for suspect in wrong:
        changed[suspect.cell] = doubted(fields[suspect.cell], cause(suspect))
    return extraction.with_fields({field.key: field for field in changed.values()})


def _nothing_read(field: Field) -> bool:
    """Whether the value is the zero of an empty cell."""
    return EMPTY in field.doubts or (
        isinstance(field.value, Amount) and nothing_written(field.value)
    )


def _with_numbered(
    extraction: Extraction, edition: Edition, rows: Field, value: NumberedAmounts
) -> Extraction:
    """As ``_with_fields``, for rows that share one field and have their doubts by number."""
    cells = row_cells(extraction)
    doubts = {number: _doubts_about(rows, number) for number in value.amounts}
    right = proved(edition.identities, cells, {n for n, found in doubts.items() if not found})
    wrong = suspects(
        edition.identities,
        cells,
        unseen={
            number
            for number, amount in value.amounts.items()
            if isinstance(amount, Amount) and nothing_written(amount)
        },
        exact=set(cells) if exact(rows) else (),
    )
    gone = {
        doubt
        for number in right
        for doubt in doubts.get(number, ())
        if doubt.removeprefix(_about(number)).startswith(ENGINE_DOUBTS)
    }
    left = tuple(doubt for doubt in rows.doubts if doubt not in gone)
    added = tuple(f"{_about(each.cell)}{cause(each)}" for each in wrong)
    status = rows.status if left == rows.doubts and not added else _status(left + added)
    changed = {rows.key: rows.model_copy(update={"doubts": left + added, "status": status})}
    changed.update(_named(extraction, edition, cells, right, wrong))
    return extraction.with_fields(changed)


def _status(doubts: tuple[str, ...]) -> str:
    return "doubtful" if doubts else "sure"


def _about(number: str) -> str:
    return f"第 {number} 行："


def _doubts_about(rows: Field, number: str) -> tuple[str, ...]:
    return tuple(doubt for doubt in rows.doubts if doubt.startswith(_about(number)))


def _named(
    extraction: Extraction,
    edition: Edition,
    cells: Cells,
    right: frozenset[str],
    wrong: tuple[Suspect, ...],
) -> dict[str, Field]:
    """The fields that repeat a row under its own name (revenue, total_profit)."""
    changed = {}
    causes = {each.cell: cause(each) for each in wrong}
    for row in edition.rows:
        field = extraction.field(row.key)
        if field is None or field.value is None or _number(field.value) != cells.get(row.number):
            continue
        if row.number in causes:
            changed[field.key] = doubted(field, causes[row.number])
        elif row.number in right:
            changed[field.key] = lifted(field)
    return changed
