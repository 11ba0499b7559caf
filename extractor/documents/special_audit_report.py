"""专项审计报告 on the declared model's R&D cost (notice, 附件1 三（四）1).

There is no national template for one model; firms adapt the one for 高新技术企业 (国科发火〔2016〕195号).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents import money_words
from extractor.documents.auditors import CAPTIONS, accountants, report_number
from extractor.documents.cost_table import CostTable, cost_table, items_field, total_field
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.sign_off import firm, sign_off_day
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import doubted, judged
from extractor.values import amounts, days, identifiers, months, texts
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
_MONEY = r"(-?\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元)"
_DIFFERS = "正文所述金额与明细表合计不一致"
_said = first_match(
    rf"(?:研发|研究开发|开发)(?:成本|费用|投入|支出)[^。\d]{{0,40}}?(?:人民币)?{_MONEY}"
)
_PERIOD = r"(20\d{2}年\d{1,2}月\d{1,2}日(?:至|到|[-—~～])(?:20\d{2}年)?\d{1,2}月\d{1,2}日)"


def _read(document: Document) -> Mapping[str, Field]:
    table = cost_table(document)
    return {
        "accountants": accountants(document, "special_audit_report.accountants"),
        "items": items_field("special_audit_report.items", "研发成本明细", table),
        "rd_cost": _cost(document, table),
    }


def _cost(document: Document, table: CostTable) -> Field:
    """The total as the table has it, confirmed by the sentence that states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    in_text = judged(key, label, "amount", _said(document), amounts.parse)
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
    return texts.parse(re.sub(r"[“”\"《》「」]", "", name))


def _about(fields: Mapping[str, Field]) -> About:
    name, start, end = (
        fields[each].value for each in ("entity_name", "period_start", "period_end")
    )
    period = None
    if isinstance(start, Day) and isinstance(end, Day) and start.value and end.value:
        period = Period(start=start.value, end=end.value)
    return About(entity=name.value if isinstance(name, Text) else None, period=period)


_period = first_read(
    months.parse_period,
    beside("审计期间", "专项审计期间", "所属期间", "费用期间", "会计期间", stop=_STOP),
    first_match(_PERIOD),
    first_match(r"(20\d{2}年度)"),
)

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
        FieldSpec(
            "report_no", "报告文号", "identifier", report_number, identifiers.parse_report_number
        ),
        FieldSpec("firm", "会计师事务所", "text", firm, texts.parse),
        FieldSpec(
            "entity_name",
            "被审计单位",
            "text",
            first_of(
                beside("被审计单位名称", "被审计单位", "委托单位", stop=_STOP),
                first_match(
                    r"^([一-龥A-Za-z0-9（）()·]{4,40}?)(?:全体股东|全体合伙人|董事会|股东会)[:：]?"
                ),
                first_match(
                    r"(?:审计了|委托[，,]对)([一-龥A-Za-z0-9（）()·]{4,40}?)(?:[(（]以下简称|20\d{2}年|编制)"
                ),
                first_match(r"^([一-龥A-Za-z0-9（）()·]{4,40}公司)[:：]$"),
            ),
            texts.parse,
        ),
        FieldSpec(
            "model_name",
            "模型名称",
            "text",
            first_of(
                beside("模型名称", "项目名称", "审计项目", stop=_STOP),
                first_match(
                    r"[“\"「《]([^”\"」》]{2,40}(?:模型|平台|系统)[^”\"」》]{0,10})[”\"」》]"
                ),
            ),
            _model_name,
        ),
        FieldSpec("period_start", "审计期间起", "day", _period, _first_day),
        FieldSpec("period_end", "审计期间止", "day", _period, _last_day),
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
