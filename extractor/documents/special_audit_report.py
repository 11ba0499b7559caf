"""专项审计报告 on the declared model's R&D cost (notice, 附件1 三（四）1).

There is no national template for one model; firms adapt the one for 高新技术企业 (国科发火〔2016〕195号).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from extractor.documents import money_words
from extractor.documents.audited_model import (
    STOP,
    doubted_among_several,
    doubted_as_sum_of_projects,
    model,
    model_name,
    name_of,
)
from extractor.documents.auditors import (
    ADDRESSEE,
    UNIT_ENDS,
    accountants,
    report_number_field,
)
from extractor.documents.cost_table import CostTable, cost_table, items_field, total_field
from extractor.documents.kind import About, FieldSpec, Kind, Parser
from extractor.documents.prose import Mention, first_mention, mentions
from extractor.documents.sign_off import firm, parse_firm, sign_off_day
from extractor.documents.stated_total import totals_said
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import doubted, judged
from extractor.values import amounts, days, months, names
from models.document import Document
from models.extraction import (
    Amount,
    Day,
    Field,
    Period,
    Text,
    Value,
)

_DIFFERS = "正文所述金额与明细表合计不一致"
_SEVERAL_PERIODS = "文中出现不同的起止期间，请核对审计期间"
_SEVERAL_TOTALS = "正文另述研发费用 {}，未能确定以哪一处为准"
_TO = r"(?:起?(?:至|到)|[-—–~～]{1,2})"
_PERIOD = (
    rf"(?:20\d{{2}}年\d{{1,2}}月\d{{1,2}}日{_TO}(?:20\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日"
    rf"|20\d{{2}}年\d{{1,2}}月?{_TO}(?:20\d{{2}}年)?\d{{1,2}}月(?!\d)"
    rf"|20\d{{2}}[.]\d{{1,2}}[.]\d{{1,2}}{_TO}20\d{{2}}[.]\d{{1,2}}[.]\d{{1,2}})"
)
"""A period in days or months: 自2025年1月1日起至2025年12月31日止, 2025年1—12月, 2025年1月至12月."""
_PERIODS = re.compile(f"({_PERIOD})")
_WHOLE_YEAR = re.compile(r"20\d{2}年度")
_ANOTHER_PERIOD = re.compile(
    r"(?:研发|研制|开发|项目|实施|建设|执行|合同|起止|立项|有效)[^,。;]{0,4}(?:周期|时间|日期|期间?|期限|年限|阶段)"
)
"""In the clause: the period is the project's own, not the one that was audited."""


def _read(document: Document) -> Mapping[str, Field]:
    table = cost_table(document, name_of(document))
    name = judged(
        "special_audit_report.model_name", "模型名称", "text", model(document), model_name
    )
    start = _period_field(document, "special_audit_report.period_start", "审计期间起", _first_day)
    end = _period_field(document, "special_audit_report.period_end", "审计期间止", _last_day)
    said = totals_said(document, _years(start, end))
    items = items_field("special_audit_report.items", "研发成本明细", table, _stated(said[:1]))
    return {
        "report_no": report_number_field(document, "special_audit_report.report_no"),
        "accountants": accountants(document, "special_audit_report.accountants"),
        "model_name": doubted_among_several(name, document),
        "items": _of_the_model(items, document),
        "rd_cost": _of_the_model(_cost(table, said), document),
        "period_start": start,
        "period_end": end,
    }


def _of_the_model(field: Field, document: Document) -> Field:
    return doubted_as_sum_of_projects(doubted_among_several(field, document), document)


def _years(start: Field, end: Field) -> range:
    """The audited years; none where the period was not read for certain."""
    match start.value, end.value:
        case Day(value=date() as first), Day(value=date() as last) if not start.doubts:
            return range(first.year, last.year + 1)
    return range(0)


def _stated(said: Sequence[Passage]) -> Field:
    """The total as a sentence of the report states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    field = judged(key, label, "amount", said[0] if said else None, amounts.parse)
    if len(said) < 2:
        return field
    others = "、".join(passage.text for passage in said[1:])
    evidence = tuple(passage.evidence for passage in said)
    return doubted(field.model_copy(update={"evidence": evidence}), _SEVERAL_TOTALS.format(others))


def _cost(table: CostTable, said: Sequence[Passage]) -> Field:
    """The total as the table has it, confirmed by the sentence that states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    in_text = _stated(said[:1])
    in_table = total_field(key, label, table)
    if in_table is None or in_table.value is None:
        return _stated(said)
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


def _about(fields: Mapping[str, Field]) -> About:
    name, start, end = (
        fields[each].value for each in ("entity_name", "period_start", "period_end")
    )
    period = None
    if isinstance(start, Day) and isinstance(end, Day) and start.value and end.value:
        period = Period(start=start.value, end=end.value)
    return About(entity=name.value if isinstance(name, Text) else None, period=period)


def _is_audited(mention: Mention) -> bool:
    return not _ANOTHER_PERIOD.search(_PERIODS.split(mention.clause_before)[-1])


_named_period = beside("审计期间", "专项审计期间", "所属期间", "费用期间", "会计期间", stop=STOP)
_titled = first_match(r"(20\d{2}年度)[^。,]{0,40}专项审计报告")
_period = first_read(
    months.parse_period,
    _named_period,
    first_mention(_PERIODS.pattern, _is_audited),
    _titled,
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
        for each in mentions(document, _PERIODS)
        if _is_audited(each) and (period := months.parse_period(each.found[1])) is not None
    }
    if not spoken_of and _titled(document) is None:
        spoken_of = {
            period
            for each in mentions(document, _WHOLE_YEAR)
            if (period := months.parse_period(each.found[0])) is not None
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
        FieldSpec("firm", "会计师事务所", "text", firm, parse_firm),
        FieldSpec(
            "entity_name",
            "被审计单位",
            "text",
            first_of(
                beside("被审计单位名称", "被审计单位", stop=STOP),
                first_match(
                    r"^致?([一-龥A-Za-z0-9（）()·]{4,40}?)(?:全体股东|全体合伙人|董事会|股东会|管理层[:：])[:：]?"
                ),
                first_match(
                    r"(?:审计了|委托[，,]对)(?:后附的)?(?!贵|该|本)([一-龥A-Za-z0-9（）()·]{2,40}?"
                    rf"{UNIT_ENDS})(?=[(（]以下简称|[“\"「《（(]|20\d{{2}}年|编制|申报|承担|研发|的)"
                ),
                first_match(ADDRESSEE),
                beside("委托单位", stop=STOP),
            ),
            names.parse,
        ),
        FieldSpec("model_name", "模型名称", "text"),
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
