"""专项审计报告 on the declared model's R&D cost (notice, 附件1 三（四）1).

There is no national template for one model; firms adapt the one for 高新技术企业 (国科发火〔2016〕195号).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents import money_words
from extractor.documents.auditors import (
    ADDRESSEE,
    CAPTIONS,
    accountants,
    report_number_field,
)
from extractor.documents.cost_table import CostTable, cost_table, items_field, total_field
from extractor.documents.kind import About, FieldSpec, Kind, Parser
from extractor.documents.sign_off import firm, sign_off_day
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.layout.characters import Characters
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import doubted, judged
from extractor.values import amounts, days, months, texts
from models.document import Document
from models.extraction import (
    Amount,
    Day,
    Field,
    Period,
    Text,
    Value,
)

_STOP = (
    *CAPTIONS,
    "项目名称",
    "模型名称",
    "专项审计期间",
    "研发费用总额",
    "费用期间",
    "所属期间",
    "审计期间",
)
_MONEY = r"([¥￥]-?\d[\d,]*\.\d{2}(?!\d|万)|-?\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元)"
_HEADING = re.compile(r"(?:费用?|金额|合计|支出|成本|名称|类别|编号|期间|单位|期数|RD\d*)$")
"""How what stands beside 项目名称 ends where that heads a column of a table of costs."""
_DIFFERS = "正文所述金额与明细表合计不一致"
_SEVERAL_PERIODS = "文中出现不同的起止期间，请核对审计期间"
_said = first_match(
    rf"(?:研发|研究开发|开发)(?:成本|费用|投入|支出)[^。\d]{{0,40}}?(?:人民币)?{_MONEY}"
)
_TO = r"(?:起?(?:至|到)|[-—–~～]{1,2})"
_PERIOD = (
    rf"(?:20\d{{2}}年\d{{1,2}}月\d{{1,2}}日{_TO}(?:20\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日"
    rf"|20\d{{2}}年\d{{1,2}}月?{_TO}(?:20\d{{2}}年)?\d{{1,2}}月(?!\d)"
    rf"|20\d{{2}}[.]\d{{1,2}}[.]\d{{1,2}}{_TO}20\d{{2}}[.]\d{{1,2}}[.]\d{{1,2}})"
)
"""A period in days or months: 自2025年1月1日起至2025年12月31日止, 2025年1—12月, 2025年1月至12月."""


def _read(document: Document) -> Mapping[str, Field]:
    table = cost_table(document)
    return {
        "report_no": report_number_field(document, "special_audit_report.report_no"),
        "accountants": accountants(document, "special_audit_report.accountants"),
        "items": items_field(
            "special_audit_report.items", "研发成本明细", table, _stated(document)
        ),
        "rd_cost": _cost(document, table),
        "period_start": _period_field(
            document, "special_audit_report.period_start", "审计期间起", _first_day
        ),
        "period_end": _period_field(
            document, "special_audit_report.period_end", "审计期间止", _last_day
        ),
    }


def _stated(document: Document) -> Field:
    """The total as a sentence of the report states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    return judged(key, label, "amount", _said(document), amounts.parse)


def _cost(document: Document, table: CostTable) -> Field:
    """The total as the table has it, confirmed by the sentence that states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    in_text = _stated(document)
    in_table = total_field(key, label, table)
    if in_table is None or in_table.value is None:
        return in_text
    if in_text.value is None:
        return in_table
    both = (*in_table.evidence, *in_text.evidence)
    if not _same_sum(in_text.value, in_table.value):
        return doubted(in_table.model_copy(update={"evidence": both}), _DIFFERS)
    return in_table.model_copy(update={"status": "sure", "doubts": (), "evidence": both})


def _same_sum(one: Value, other: Value) -> bool:
    return isinstance(one, Amount) and isinstance(other, Amount) and one.value == other.value


def _first_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.start)


def _last_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.end)


def _model_name(text: str) -> Value | None:
    name = re.split(r"[;；,，。]", texts.printed(text))[0]
    plain = re.sub(r"[“”\"《》「」]", "", name)
    return None if _HEADING.search(plain) else texts.parse(plain)


def _about(fields: Mapping[str, Field]) -> About:
    name, start, end = (
        fields[each].value for each in ("entity_name", "period_start", "period_end")
    )
    period = None
    if isinstance(start, Day) and isinstance(end, Day) and start.value and end.value:
        period = Period(start=start.value, end=end.value)
    return About(entity=name.value if isinstance(name, Text) else None, period=period)


_named_period = beside("审计期间", "专项审计期间", "所属期间", "费用期间", "会计期间", stop=_STOP)
_period = first_read(
    months.parse_period,
    _named_period,
    first_match(f"({_PERIOD})"),
    first_match(r"(20\d{2}年度)"),
)


def _period_field(document: Document, key: str, label: str, parse: Parser) -> Field:
    """A day of the period; in doubt where it has no caption and the report speaks of several."""
    field = judged(key, label, "day", _period(document), parse)
    named = _named_period(document)
    if named is not None and months.parse_period(named.text) is not None:
        return field
    spoken_of = {
        period
        for page in document.pages
        for found in re.finditer(_PERIOD, Characters.of(page.lines).text)
        if (period := months.parse_period(found[0])) is not None
    }
    return doubted(field, _SEVERAL_PERIODS) if len(spoken_of) > 1 else field


KIND = Kind(
    marks=KindMarks(
        kind="special_audit_report",
        title="专项审计报告",
        first=(
            Mark("专项审计报告", 3, "title"),
            Mark("研发费用专项审计报告", 3, "title"),
            Mark("研究开发费用专项审计报告", 3, "title"),
            Mark("研发成本专项审计报告", 3, "title"),
            Mark("专项审计", 2, "top"),
            Mark("模型研发成本", 1),
            Mark("研究开发费用", 0.5),
        ),
        further=(
            Mark("研究开发费用结构明细表", 3, "title"),
            Mark("研发成本明细表", 3, "title"),
            Mark("模型研发成本明细表", 3, "title"),
            Mark("研发费用明细表", 2, "title"),
            Mark("专项审计说明", 2, "title"),
        ),
    ),
    fields=(
        FieldSpec("report_no", "报告文号", "identifier"),
        FieldSpec("firm", "会计师事务所", "text", firm, texts.parse),
        FieldSpec(
            "entity_name",
            "被审计单位",
            "text",
            first_of(
                beside("被审计单位名称", "被审计单位", "委托单位", stop=_STOP),
                first_match(
                    r"^致?([一-龥A-Za-z0-9（）()·]{4,40}?)(?:全体股东|全体合伙人|董事会|股东会|管理层[:：])[:：]?"
                ),
                first_match(
                    r"(?:审计了|委托[，,]对)([一-龥A-Za-z0-9（）()·]{4,40}?)(?:[(（]以下简称|20\d{2}年|编制)"
                ),
                first_match(ADDRESSEE),
            ),
            texts.parse,
        ),
        FieldSpec(
            "model_name",
            "模型名称",
            "text",
            first_read(
                _model_name,
                beside("模型名称", "项目名称", "审计项目", stop=_STOP),
                beside("研发项目名称", "研发项目", "申报模型", stop=_STOP),
                first_match(
                    r"[“\"「《]([^”\"」》]{2,40}(?:模型|平台|系统)[^”\"」》]{0,10})[”\"」》]"
                ),
            ),
            _model_name,
        ),
        FieldSpec("period_start", "审计期间起", "day"),
        FieldSpec("period_end", "审计期间止", "day"),
        FieldSpec("rd_cost", "模型研发成本合计", "amount"),
        FieldSpec(
            "rd_cost_in_words",
            "模型研发成本（大写）",
            "text",
            money_words.sum_in_words,
            money_words.parse,
        ),
        FieldSpec("items", "研发成本明细", "rows"),
        FieldSpec("accountants", "签字注册会计师", "list"),
        FieldSpec("signed_on", "报告日期", "day", sign_off_day, days.parse),
    ),
    read=_read,
    about=_about,
    reconcile=(
        column_adds_up("items", "amount", "rd_cost"),
        capitals_agree("rd_cost", "rd_cost_in_words"),
    ),
)
