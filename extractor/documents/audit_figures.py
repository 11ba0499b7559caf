"""The figures of an audit report: out of whose statement, which line, which year's column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from extractor.documents.numbered_form import amount_in_cell
from extractor.documents.statement_columns import Side
from extractor.documents.statements import Statement, StatementLine, is_whole
from extractor.forms.statements import cell_name
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubts_of, judged, stated
from models.extraction import Amount, Choice, Evidence, Field, Rows, Scalar, Text

LINES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "revenue": ("营业收入", ("营业收入", "主营业务收入")),
    "operating_cost": ("营业成本", ("营业成本", "主营业务成本")),
    "rd_expense": ("研发费用", ("研发费用", "研究费用")),
    "operating_profit": ("营业利润", ("营业利润",)),
    "total_profit": ("利润总额", ("利润总额",)),
    "income_tax": ("所得税费用", ("所得税费用", "所得税")),
    "net_profit": ("净利润", ("净利润",)),
    "total_assets": ("资产总计", ("资产总计", "资产合计")),
    "total_liabilities": ("负债合计", ("负债合计", "负债总计")),
    "total_equity": (
        "所有者权益合计",
        ("所有者权益合计", "股东权益合计", "所有者权益总计", "净资产合计"),
    ),
}
"""Field → label and the names its line is printed under."""
_BALANCE = ("total_assets", "total_liabilities", "total_equity")
CONSOLIDATED = {
    "consolidated_revenue": "revenue",
    "consolidated_net_profit": "net_profit",
    "consolidated_total_assets": "total_assets",
}
ACTIVITY_STATEMENTS = ("收入费用表", "业务活动表")
"""Of 事业单位 (政府会计制度) and of 民间非营利组织."""
_ALL_INCOME = ("本期收入", "收入合计")
"""What an institution's own statement has in the place of 营业收入."""
_INSTITUTION = "事业单位、民办非企业单位的收入合计，与营业收入口径可能不同"
_NO_UNIT = "报表未见金额单位，按元计"
_NOT_WHOLE = "报表未见末行，可能有缺页或漏读的行"
_NO_NAME = "有一行金额的项目名称未能识别"
_ILLEGIBLE = "无法识别"
_NO_HEADING = "报表未见列标题，按左列为本期计"


def _of_side(statements: Sequence[Statement], side: Side) -> list[Statement]:
    """The statements of one side.

    A title that names no side is the single entity's, unless a 母公司 statement stands beside it.
    """
    chosen = []
    for each in statements:
        sides = {other.side for other in statements if other.kind == each.kind}
        own: Side = each.side or ("consolidated" if "single" in sides else "single")
        if own == side:
            chosen.append(each)
    if side == "single" and not chosen:
        return list(statements)
    return chosen


def _lines(
    statements: Sequence[Statement], names: Sequence[str], kind: str
) -> list[tuple[Statement, StatementLine]]:
    """The lines of these names, a better name before a lesser one."""
    return [
        (statement, line)
        for name in names
        for statement in statements
        if statement.kind == kind
        for line in statement.lines
        if line.name == name
    ]


def figure(
    statements: Sequence[Statement], side: Side, name: str, field: str, *, prior: bool
) -> Field:
    """One line's figure in the column of this year or of last year."""
    label, names = LINES[name]
    shown = f"{label}（上期）" if prior else f"合并{label}" if side == "consolidated" else label
    kind = "balance" if name in _BALANCE else "income"
    if side == "consolidated" and not any(each.side == "consolidated" for each in statements):
        return Field(key=f"audit_report.{field}", label=shown, kind="amount")
    found = _lines(_of_side(statements, side), names, kind)
    doubts: tuple[str, ...] = ()
    if name == "revenue" and not any(each.kind == "income" for each in statements):
        found = _lines(statements, _ALL_INCOME, "activity")
        doubts = (_INSTITUTION,)
    for statement, line in found:
        passage = line.prior if prior else line.current
        if passage is not None:
            read = judged(
                f"audit_report.{field}", shown, "amount", passage, _cell_parser(statement)
            )
            if _may_be_elsewhere(statement, passage):
                return read.model_copy(update={"value": None, "status": "unreadable"})
            return _with_doubts(read, (*_statement_doubts(statement), *doubts))
    return Field(key=f"audit_report.{field}", label=shown, kind="amount")


def _cell_parser(statement: Statement) -> Callable[[str], Amount | None]:
    return partial(amount_in_cell, unit=statement.unit or "元")


def _may_be_elsewhere(statement: Statement, passage: Passage) -> bool:
    """Whether a cell without print says nothing: an amount beside no name may belong to it."""
    return not passage.lines and not statement.named


def _statement_doubts(statement: Statement) -> tuple[str, ...]:
    doubts = () if statement.unit else (_NO_UNIT,)
    return doubts if statement.headed else (*doubts, _NO_HEADING)


def _with_doubts(field: Field, doubts: tuple[str, ...]) -> Field:
    if not doubts or field.value is None:
        return field
    return field.model_copy(update={"status": "doubtful", "doubts": (*field.doubts, *doubts)})


def statement_rows(statements: Sequence[Statement], kind: str, field: str, label: str) -> Field:
    """All lines of the single entity's statement: name, this year, last year."""
    records: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = []
    chosen = _up_to_whole(_of_side(statements, "single"), kind)
    for statement in chosen:
        doubts.extend(_statement_doubts(statement))
        if not statement.named:
            doubts.append(_NO_NAME)
        for line in statement.lines:
            record: dict[str, Scalar | None] = {"line": Text(value=line.printed)}
            for name, passage in (("current", line.current), ("prior", line.prior)):
                cell, found = _cell(passage, statement)
                record[name] = cell
                doubts.extend(f"{cell_name(line.printed, name)}：{doubt}" for doubt in found)
            records.append(record)
            evidence.append((line.current or line.label).evidence)
    value = Rows(records=tuple(records)) if records else None
    if not is_whole(chosen):
        doubts.append(_NOT_WHOLE)
    return stated(
        f"audit_report.{field}", label, "rows", value, tuple(evidence), tuple(dict.fromkeys(doubts))
    )


def activity_statement(statements: Sequence[Statement]) -> Field:
    """Which statement an institution has instead of an income statement (Q18)."""
    key, label = "audit_report.activity_statement", "收入费用表或业务活动表"
    for each in statements:
        if each.kind == "activity":
            governmental = any(line.name.startswith("本期") for line in each.lines)
            value = Choice(value=ACTIVITY_STATEMENTS[0 if governmental else 1])
            evidence = (each.lines[0].label.evidence,)
            return stated(key, label, "choice", value, evidence)
    return stated(key, label, "choice", None, ())


def _up_to_whole(statements: Sequence[Statement], kind: str) -> list[Statement]:
    """The statements of a kind up to the first that is whole: what follows repeats its lines."""
    chosen: list[Statement] = []
    for each in statements:
        if each.kind == kind and not is_whole(chosen):
            chosen.append(each)
    return chosen


def _cell(passage: Passage | None, statement: Statement) -> tuple[Scalar | None, tuple[str, ...]]:
    """The amount of one cell and why it is not sure."""
    if passage is None:
        return None, ()
    parse = _cell_parser(statement)
    value: Scalar | None = parse(passage.text)
    if value is None or _may_be_elsewhere(statement, passage):
        return None, (_ILLEGIBLE,)
    return value, doubts_of(passage, "amount", value, parse) if passage.lines else ()


def unit_of(statements: Sequence[Statement]) -> Field:
    """The unit of the statements, where they agree on one."""
    units = {each.unit for each in statements if each.unit}
    evidence = tuple(each.lines[0].label.evidence for each in statements[:1])
    value = Choice(value=units.pop()) if len(units) == 1 else None
    return stated("audit_report.unit", "金额单位", "choice", value, evidence)


def scope_of(statements: Sequence[Statement]) -> Field:
    """Whether the report has the single entity's statements, the group's, or both."""
    evidence = tuple(each.lines[0].label.evidence for each in statements)
    sides = {each.side for each in statements}
    scope = (
        None
        if not statements
        else "both"
        if "consolidated" in sides and len(sides) > 1
        else "consolidated"
        if "consolidated" in sides
        else "single"
    )
    value = None if scope is None else Choice(value=scope)
    return stated("audit_report.scope", "报表范围", "choice", value, evidence)
