"""审计报告: the opinion, the statements, who signed and when.

Opinions after 中国注册会计师审计准则第 1501 and 1502 号; statements after 财会〔2019〕6号 and the
小企业会计准则. The keys are the single entity's; a group's figures have keys of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from extractor.documents.auditors import (
    accountants,
    firm,
    report_number,
    sign_off_day,
    verification_code,
)
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.opinions import opinion
from extractor.documents.statements import Side, Statement, StatementLine, statements_in
from extractor.layout.captions import beside, first_match, first_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import doubts_of, judged, stated
from extractor.reconcile.statements import statement_sums
from extractor.values import amounts, days, identifiers, texts
from models.document import Document
from models.extraction import (
    Amount,
    Choice,
    Count,
    Evidence,
    Field,
    Period,
    Rows,
    Scalar,
    Scope,
    Text,
    Value,
)

_LINES: Mapping[str, tuple[str, tuple[str, ...]]] = {
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
_CONSOLIDATED = {
    "consolidated_revenue": "revenue",
    "consolidated_net_profit": "net_profit",
    "consolidated_total_assets": "total_assets",
}
_NO_UNIT = "报表未见金额单位，按元计"
_NO_HEADING = "报表未见列标题，按左列为本期计"
_ENTITY_STOP = ("委托单位", "审计单位", "报告文号", "报告编号", "审计期间", "会计师事务所")


def _read(document: Document) -> Mapping[str, Field]:
    statements = statements_in(document)
    fields = {
        "accountants": accountants(document, "audit_report.accountants"),
        "opinion": opinion(document, "audit_report.opinion"),
        "unit": _unit(statements),
        "scope": _scope(statements),
        "income_statement": _rows(statements, "income", "income_statement", "利润表"),
        "balance_sheet": _rows(statements, "balance", "balance_sheet", "资产负债表"),
    }
    for name in _LINES:
        fields[name] = _amount(statements, "single", name, name, prior=False)
        fields[f"{name}_prior"] = _amount(statements, "single", name, f"{name}_prior", prior=True)
    for name, line in _CONSOLIDATED.items():
        fields[name] = _amount(statements, "consolidated", line, name, prior=False)
    return fields


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


def _amount(
    statements: Sequence[Statement], side: Side, name: str, field: str, *, prior: bool
) -> Field:
    """One line's figure in the column of this year or of last year."""
    label, names = _LINES[name]
    shown = f"{label}（上期）" if prior else f"合并{label}" if side == "consolidated" else label
    kind = "balance" if name in _BALANCE else "income"
    if side == "consolidated" and not any(each.side == "consolidated" for each in statements):
        return Field(key=f"audit_report.{field}", label=shown, kind="amount")
    for statement, line in _lines(_of_side(statements, side), names, kind):
        passage = line.prior if prior else line.current
        if passage is not None:
            read = judged(
                f"audit_report.{field}", shown, "amount", passage, _cell_parser(statement)
            )
            return _with_doubts(read, _statement_doubts(statement))
    return Field(key=f"audit_report.{field}", label=shown, kind="amount")


def _cell_parser(statement: Statement) -> Callable[[str], Amount | None]:
    return partial(amounts.parse_cell, unit=statement.unit or "元")


def _statement_doubts(statement: Statement) -> tuple[str, ...]:
    doubts = () if statement.unit else (_NO_UNIT,)
    return doubts if statement.headed else (*doubts, _NO_HEADING)


def _with_doubts(field: Field, doubts: tuple[str, ...]) -> Field:
    if not doubts or field.value is None:
        return field
    return field.model_copy(update={"status": "doubtful", "doubts": (*field.doubts, *doubts)})


def _rows(statements: Sequence[Statement], kind: str, field: str, label: str) -> Field:
    """All lines of the single entity's statement: name, this year, last year."""
    records: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = []
    for statement in _of_side(statements, "single"):
        if statement.kind != kind:
            continue
        doubts.extend(_statement_doubts(statement))
        for line in statement.lines:
            record: dict[str, Scalar | None] = {"line": Text(value=line.printed)}
            for name, passage in (("current", line.current), ("prior", line.prior)):
                record[name] = _cell(passage, statement, line.name, doubts)
            records.append(record)
            evidence.append((line.current or line.label).evidence)
    value = Rows(records=tuple(records)) if records else None
    return stated(
        f"audit_report.{field}", label, "rows", value, tuple(evidence), tuple(dict.fromkeys(doubts))
    )


def _cell(
    passage: Passage | None, statement: Statement, line: str, doubts: list[str]
) -> Scalar | None:
    if passage is None:
        return None
    parse = _cell_parser(statement)
    value: Scalar | None = parse(passage.text)
    if value is None:
        doubts.append(f"“{line}”一行有一格无法识别")
    elif passage.lines:
        doubts.extend(doubts_of(passage, "amount", value, parse))
    return value


def _unit(statements: Sequence[Statement]) -> Field:
    """The unit of the statements, where they agree on one."""
    units = {each.unit for each in statements if each.unit}
    evidence = tuple(each.lines[0].label.evidence for each in statements[:1])
    value = Choice(value=units.pop()) if len(units) == 1 else None
    return stated("audit_report.unit", "金额单位", "choice", value, evidence)


def _scope(statements: Sequence[Statement]) -> Field:
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


def _year(text: str) -> Value | None:
    found = set(re.findall(r"20\d{2}", text))
    return Count(value=int(found.pop())) if len(found) == 1 else None


def _entity(text: str) -> Value | None:
    return texts.parse(text)


def _about(fields: Mapping[str, Field]) -> About:
    name, year, scope = (fields[each].value for each in ("entity_name", "fiscal_year", "scope"))
    period = None
    if isinstance(year, Count):
        first, last = days.parse(f"{year.value}年1月1日"), days.parse(f"{year.value}年12月31日")
        if first and first.value and last and last.value:
            period = Period(start=first.value, end=last.value)
    scopes: dict[str, Scope] = {"single": "single", "consolidated": "consolidated", "both": "both"}
    return About(
        entity=name.value if isinstance(name, Text) else None,
        period=period,
        scope=scopes[scope.value] if isinstance(scope, Choice) else None,
    )


def _figures() -> tuple[FieldSpec, ...]:
    specs = []
    for name, (label, _) in _LINES.items():
        specs.append(FieldSpec(name, label, "amount"))
        specs.append(FieldSpec(f"{name}_prior", f"{label}（上期）", "amount"))
    specs.extend(
        FieldSpec(name, f"合并{_LINES[line][0]}", "amount") for name, line in _CONSOLIDATED.items()
    )
    return tuple(specs)


KIND = Kind(
    marks=KindMarks(
        kind="audit_report",
        title="审计报告",
        first=(
            Mark("审计报告", 3, "title"),
            Mark("审计意见", 1),
            Mark("形成审计意见的基础", 2),
            Mark("后附的财务报表", 1),
            Mark("全体股东", 0.5),
            Mark("专项审计报告", -3, "title"),
            Mark("研究开发费用", -1, "top"),
        ),
        further=(
            Mark("管理层和治理层对财务报表的责任", 2),
            Mark("注册会计师对财务报表审计的责任", 2),
            Mark("资产负债表", 3, "title"),
            Mark("利润表", 3, "title"),
            Mark("现金流量表", 3, "title"),
            Mark("所有者权益变动表", 3, "title"),
            Mark("股东权益变动表", 3, "title"),
            Mark("财务报表附注", 3, "title"),
            Mark("会企01表", 1),
            Mark("会企02表", 1),
            Mark("会计政策", 1),
            Mark("附注", 0.5, "title"),
            Mark("会计师事务所执业证书", 2, "title"),
        ),
    ),
    fields=(
        FieldSpec(
            "report_no",
            "报告文号",
            "identifier",
            find=report_number,
            parse=identifiers.parse_report_number,
        ),
        FieldSpec("firm", "会计师事务所", "text", find=firm, parse=texts.parse),
        FieldSpec(
            "entity_name",
            "被审计单位",
            "text",
            find=first_of(
                beside("被审计单位名称", "被审计单位", stop=_ENTITY_STOP),
                first_match(
                    r"^([一-龥A-Za-z0-9（）()·]{4,40}?)(?:全体股东|全体合伙人|董事会|股东会|全体出资人)[:：]?"
                ),
                first_match(
                    r"我们审计了([一-龥A-Za-z0-9（）()·]{4,40}?)(?:[(（]以下简称|财务报表|20\d{2}年)"
                ),
            ),
            parse=_entity,
        ),
        FieldSpec(
            "fiscal_year",
            "审计年度",
            "count",
            find=first_of(
                first_match(r"包括(20\d{2})年12月31日的"),
                first_match(r"(20\d{2})年度的?(?:合并及母公司|合并)?利润表"),
                first_match(r"(20\d{2})年度(?:财务报表)?审计报告"),
                first_match(r"(20\d{2})年12月31日"),
                first_match(r"(20\d{2})年度"),
            ),
            parse=_year,
        ),
        FieldSpec("opinion", "审计意见", "choice"),
        FieldSpec("signed_on", "报告日期", "day", find=sign_off_day, parse=days.parse),
        FieldSpec("accountants", "签字注册会计师", "list"),
        FieldSpec(
            "verification_code",
            "报告编码",
            "identifier",
            find=verification_code,
            parse=identifiers.parse_platform_code,
        ),
        FieldSpec("unit", "金额单位", "choice"),
        FieldSpec("scope", "报表范围", "choice"),
        FieldSpec("income_statement", "利润表", "rows"),
        FieldSpec("balance_sheet", "资产负债表", "rows"),
        *_figures(),
    ),
    read=_read,
    about=_about,
    reconcile=(statement_sums,),
)
