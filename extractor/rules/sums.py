"""Whether a sheet keeps its own sums: the identities of the published forms, said to a reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from extractor.forms.identity import Cells, Identity
from extractor.forms.statements import cell_name, column_of, line_name, statement_identities
from extractor.rules.rule import holds
from extractor.rules.wording import yuan
from models.extraction import Amount, Count, Field, NumberedAmounts, Ratio, Rows, Text, Value
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


_USUAL: Mapping[str, tuple[str, ...]] = {
    "营业利润": ("营业成本", "税金及附加", "管理费用"),
    "利润总额": ("营业外收入", "营业外支出"),
    "净利润": ("所得税费用",),
    "所有者权益合计": ("未分配利润",),
}
"""Sum → lines that every statement prints, with or without an amount: one that was not read is lost."""
_TOTALS = ("合计", "总计", "总额")
_LOSSES = ("信用减值损失", "资产减值损失")
"""Printed as 减 in older statements, so that a loss stands there without its sign."""


def broken_statement(name: str, rows: Rows) -> list[Disagreement]:
    """One failure for each sum that a statement breaks, in either column.

    A sum that a line of the statement's own explains, or that lacks a line, is not held against it.
    """
    said = []
    for column, period in (("current", "本期"), ("prior", "上期")):
        amounts = column_of(rows, column)
        identities, cells = statement_identities(name, amounts)
        for identity in identities:
            difference = identity.difference(cells)
            if difference is None or identity.holds(cells) is not False:
                continue
            if _explained(identity, cells, _lines_between(rows, column, identity.total)):
                continue
            message = f"{period}：{identity.formula} 不成立，相差 {yuan(abs(difference))}"
            keys = tuple(cell_key(name, line, column) for line in identity.members(cells))
            lost = [line for line in _USUAL.get(identity.total, ()) if line not in amounts]
            if lost:
                message = f"{message}；未见“{'”、“'.join(lost)}”行，可能漏读，请核对原件"
            said.append(
                Disagreement(
                    severity="B",
                    message=message,
                    values=keys,
                    outcome="unreadable" if lost else None,
                )
            )
    return said


def _lines_between(rows: Rows, column: str, total: str) -> dict[str, Decimal]:
    """Line → amount of the lines above a total, up to the total before it, without 其中."""
    found: dict[str, Decimal] = {}
    for record in rows.records:
        line, amount = record.get("line"), record.get(column)
        if not isinstance(line, Text):
            continue
        name = line_name(line.value)
        if name == total:
            return found
        if name in _USUAL or name.endswith(_TOTALS):
            found = {}
        elif isinstance(amount, Amount) and "其中" not in line.value:
            found[name] = amount.value
    return {}


def _explained(identity: Identity, cells: Cells, lines: Mapping[str, Decimal]) -> bool:
    """Whether one line that the published form does not have makes the sum right.

    Or a loss that is printed without its sign.
    """
    difference = identity.difference(cells)
    if difference is None or identity.total not in _USUAL:
        return False
    members = identity.members(cells)
    unknown = [amount for name, amount in lines.items() if name not in members and amount]
    losses = [cells.get(name) or Decimal(0) for name in _LOSSES if name in members]
    unsigned = [-2 * loss for loss in (*losses, sum(losses, Decimal(0))) if loss > 0]
    candidates = (*unsigned, *unknown, *(-amount for amount in unknown))
    return any(abs(difference - each) <= identity.tolerance for each in candidates)
