"""Whether a sheet keeps its own sums: the identities of the published forms, said to a reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from extractor.forms.identity import Cells, Identity
from extractor.forms.statements import cell_name, column_of, statement_identities
from extractor.rules.rule import holds
from extractor.rules.wording import yuan
from models.extraction import Amount, Count, Field, NumberedAmounts, Ratio, Rows, Value
from models.finding import Disagreement

PERCENT = Decimal(100)


def cell(value: Value | None) -> Decimal | None:
    """A row's amount in 元, a rate as a fraction; None for anything else."""
    match value:
        case Amount(value=number) | Count(value=number):
            return Decimal(number)
        case Ratio(value=percent):
            return percent / PERCENT
    return None


def cells_of_rows(rows: Mapping[str, Field]) -> dict[str, Decimal | None]:
    """``row_40``, ``row_l1_1`` → 40, L1.1 with their amounts."""
    return {
        name.removeprefix("row_").upper().replace("_", "."): cell(field.value)
        for name, field in rows.items()
    }


def cells_of_sheet(rows: NumberedAmounts) -> dict[str, Decimal | None]:
    """Row number → amount."""
    return {number: cell(amount) for number, amount in rows.amounts.items()}


def broken_sums(
    identities: Iterable[Identity], cells: Cells, key: Callable[[str], str]
) -> list[Disagreement]:
    """One failure for each identity that the cells break; ``key`` names a cell's field or row.

    Where none is broken: one pass that rests on the cells the identities read, and no others.
    """
    said = []
    members: dict[str, None] = {}
    for identity in identities:
        difference = identity.difference(cells)
        if difference is None or not identity.binding:
            continue
        keys = tuple(key(member) for member in identity.members(cells))
        members.update(dict.fromkeys(keys))
        if identity.holds(cells) is False:
            message = f"{identity.formula} 不成立，相差 {yuan(abs(difference))}"
            said.append(Disagreement(severity="B", message=message, values=keys))
    if said or not members:
        return said
    return [holds("B", "表内勾稽关系成立", *members)]


def cell_key(statement: str, line: str, column: str) -> str:
    """The key of one cell of a statement, for what a disagreement rests on."""
    return f"audit_report.{statement}[{cell_name(line, column)}]"


def broken_statement(name: str, rows: Rows) -> list[Disagreement]:
    """One failure for each sum that a statement breaks, in either column."""
    said = []
    for column, period in (("current", "本期"), ("prior", "上期")):
        amounts = column_of(rows, column)
        identities, cells = statement_identities(name, amounts)
        for identity in identities:
            difference = identity.difference(cells)
            if difference is not None and identity.holds(cells) is False:
                message = f"{period}：{identity.formula} 不成立，相差 {yuan(abs(difference))}"
                keys = tuple(cell_key(name, line, column) for line in identity.members(cells))
                said.append(Disagreement(severity="B", message=message, values=keys))
    return said
