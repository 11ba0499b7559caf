"""审计报告: the opinion, the statements, who signed and when.

Opinions after 中国注册会计师审计准则第 1501 and 1502 号; statements after 财会〔2019〕6号 and the
小企业会计准则. The keys are the single entity's; a group's figures have keys of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.audit_figures import (
    ACTIVITY_STATEMENTS,
    CONSOLIDATED,
    LINES,
    activity_statement,
    figure,
    scope_of,
    statement_rows,
    unit_of,
)
from extractor.documents.auditors import (
    ADDRESSEE,
    UNIT_ENDS,
    accountants,
    report_number_field,
    verification_code,
)
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.opinions import OPINIONS, opinion
from extractor.documents.prose import mentions
from extractor.documents.sign_off import firm, parse_firm, sign_off_day
from extractor.documents.statements import statements_in
from extractor.layout.captions import beside, first_match, first_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.statements import statement_sums
from extractor.values import days, identifiers, names
from extractor.values.amounts import UNITS
from models.document import Document
from models.extraction import (
    Choice,
    Count,
    Field,
    Period,
    Scope,
    Text,
    Value,
)

_STATED_YEAR = re.compile(r"(20\d{2})年(?:度|12月31日)")
_ENTITY_STOP = ("委托单位", "审计单位", "报告文号", "报告编号", "审计期间", "会计师事务所")


def _read(document: Document) -> Mapping[str, Field]:
    statements = statements_in(document)
    fields = {
        "report_no": report_number_field(document, "audit_report.report_no"),
        "accountants": accountants(document, "audit_report.accountants"),
        "opinion": opinion(document, "audit_report.opinion"),
        "unit": unit_of(statements),
        "scope": scope_of(statements),
        "income_statement": statement_rows(statements, "income", "income_statement", "利润表"),
        "activity_statement": activity_statement(statements),
        "balance_sheet": statement_rows(statements, "balance", "balance_sheet", "资产负债表"),
    }
    for name in LINES:
        fields[name] = figure(statements, "single", name, name, prior=False)
        fields[f"{name}_prior"] = figure(statements, "single", name, f"{name}_prior", prior=True)
    for name, line in CONSOLIDATED.items():
        fields[name] = figure(statements, "consolidated", line, name, prior=False)
    return fields


def _year(text: str) -> Value | None:
    found = set(re.findall(r"20\d{2}", text))
    return Count(value=int(found.pop())) if len(found) == 1 else None


def _last_audited_year(document: Document) -> Passage | None:
    """The last of the years whose statements the opinion names: some reports cover several."""
    named = [each for each in mentions(document, _STATED_YEAR) if "审计了" in each.sentence_before]
    last = max(named, key=lambda each: each.found[1], default=None)
    return None if last is None else last.passage(1)


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
    for name, (label, _) in LINES.items():
        specs.append(FieldSpec(name, label, "amount"))
        specs.append(FieldSpec(f"{name}_prior", f"{label}（上期）", "amount"))
    specs.extend(
        FieldSpec(name, f"合并{LINES[line][0]}", "amount") for name, line in CONSOLIDATED.items()
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
            Mark("收入费用表", 3, "title"),
            Mark("业务活动表", 3, "title"),
            Mark("现金流量表", 3, "title"),
            Mark("净资产变动表", 3, "title"),
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
        FieldSpec("report_no", "报告文号", "identifier"),
        FieldSpec("firm", "会计师事务所", "text", find=firm, parse=parse_firm),
        FieldSpec(
            "entity_name",
            "被审计单位",
            "text",
            find=first_of(
                beside("被审计单位名称", "被审计单位", stop=_ENTITY_STOP),
                first_match(
                    r"^致?([一-龥A-Za-z0-9（）()·]{4,40}?)(?:全体股东|全体合伙人|董事会|股东会|全体出资人|管理层[:：])[:：]?"
                ),
                first_match(
                    r"审计了(?:后附的)?(?!贵|该|本)([一-龥A-Za-z0-9（）()·]{2,40}?"
                    rf"{UNIT_ENDS})(?=[(（]以下简称|财务报表|合并|编制|的|20\d{{2}}年)"
                ),
                first_match(ADDRESSEE),
            ),
            parse=names.parse,
        ),
        FieldSpec(
            "fiscal_year",
            "审计年度",
            "count",
            find=first_of(
                _last_audited_year,
                first_match(r"包括(20\d{2})年12月31日的"),
                first_match(r"(20\d{2})年度的?(?:合并及母公司|合并)?利润表"),
                first_match(r"(20\d{2})年度(?:财务报表)?审计报告"),
                first_match(r"(20\d{2})年12月31日"),
                first_match(r"(20\d{2})年度"),
            ),
            parse=_year,
        ),
        FieldSpec("opinion", "审计意见", "choice", options=OPINIONS),
        FieldSpec("signed_on", "报告日期", "day", find=sign_off_day, parse=days.parse),
        FieldSpec("accountants", "签字注册会计师", "list"),
        FieldSpec(
            "verification_code",
            "报告编码",
            "identifier",
            find=verification_code,
            parse=identifiers.parse_platform_code,
        ),
        FieldSpec("unit", "金额单位", "choice", options=tuple(UNITS)),
        FieldSpec("scope", "报表范围", "choice", options=("single", "consolidated", "both")),
        FieldSpec("income_statement", "利润表", "rows"),
        FieldSpec("balance_sheet", "资产负债表", "rows"),
        FieldSpec(
            "activity_statement", "收入费用表或业务活动表", "choice", options=ACTIVITY_STATEMENTS
        ),
        *_figures(),
    ),
    read=_read,
    about=_about,
    reconcile=(statement_sums,),
)
