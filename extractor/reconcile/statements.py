"""The sums of income statements and balance sheets, held against the fields that were read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from extractor.forms.statements import cell_name, column_of, statement_identities
from extractor.reconcile.arithmetic import Suspect, proved, suspects
from extractor.reconcile.certainty import ENGINE_DOUBTS, doubted, exact, lifted
from extractor.reconcile.identities import cause
from extractor.values.amounts import nothing_written
from models.extraction import Amount, Extraction, Field, Rows, Value

_NAMED: Mapping[str, str] = {
    "revenue": "营业收入",
    "operating_cost": "营业成本",
    "rd_expense": "研发费用",
    "operating_profit": "营业利润",
    "total_profit": "利润总额",
    "income_tax": "所得税费用",
    "net_profit": "净利润",
    "total_assets": "资产总计",
    "total_liabilities": "负债合计",
    "total_equity": "所有者权益合计",
}
"""Field → the line it repeats; with ``_prior`` the same line of last year."""


def statement_sums(extraction: Extraction) -> Extraction:
    """The extraction after the sums of its income statement and balance sheet, both columns."""
    for statement in ("income_statement", "balance_sheet"):
        for column, ending in (("current", ""), ("prior", "_prior")):
            extraction = _checked(extraction, statement, column, ending)
    return extraction


def _checked(extraction: Extraction, statement: str, column: str, ending: str) -> Extraction:
    field = extraction.field(statement)
    if field is None or not isinstance(field.value, Rows):
        return extraction
    amounts = column_of(field.value, column)
    identities, cells = statement_identities(statement, amounts)
    named = _named_fields(extraction, amounts, ending)
    trusted = {line for line, each in named.items() if each.status == "sure"}
    trusted |= {line for line in cells if not _is_doubted(field, line, column)}
    right = proved(identities, cells, trusted)
    wrong = suspects(
        identities,
        cells,
        unseen={line for line, amount in amounts.items() if amount and nothing_written(amount)},
        exact=set(cells) if exact(field) else set(cells) - set(amounts),
    )
    proven = _without_doubts(field, right, column)
    return extraction.with_fields(
        {**_lifted(named, right), **_doubted(proven, named, wrong, column)}
    )


def _without_doubts(field: Field, right: frozenset[str], column: str) -> Field:
    """The statement without the doubts of the reading about lines that a sum has proved."""
    starts = tuple(f"{cell_name(line, column)}：" for line in right)
    gone = {
        doubt
        for doubt in field.doubts
        if doubt.startswith(starts) and doubt.partition("：")[2].startswith(ENGINE_DOUBTS)
    }
    if not gone:
        return field
    left = tuple(doubt for doubt in field.doubts if doubt not in gone)
    return field.model_copy(update={"doubts": left, "status": "doubtful" if left else "sure"})


def _is_doubted(field: Field, line: str, column: str) -> bool:
    """Whether a doubt of the statement is about this line, or about all of them."""
    own = f"{cell_name(line, column)}："
    return any(each.startswith(own) or not each.startswith("“") for each in field.doubts)


def _lifted(named: Mapping[str, Field], right: frozenset[str]) -> dict[str, Field]:
    return {field.key: lifted(field) for line, field in named.items() if line in right}


def _doubted(
    field: Field, named: Mapping[str, Field], wrong: tuple[Suspect, ...], column: str
) -> dict[str, Field]:
    """The statement and the fields that repeat its lines, with what is suspected of them."""
    for each in wrong:
        field = doubted(field, f"{cell_name(each.cell, column)}：{cause(each)}")
    changed = {
        named[each.cell].key: doubted(named[each.cell], cause(each))
        for each in wrong
        if each.cell in named
    }
    return {**changed, field.key: field}


def _named_fields(
    extraction: Extraction, amounts: Mapping[str, Amount | None], ending: str
) -> dict[str, Field]:
    """Line → the field that repeats it with the same amount."""
    found = {}
    for name, line in _NAMED.items():
        field, amount = extraction.field(f"{name}{ending}"), amounts.get(line)
        if field is not None and amount is not None and _value(field.value) == amount.value:
            found[line] = field
    return found


def _value(value: Value | None) -> Decimal | None:
    return value.value if isinstance(value, Amount) else None
