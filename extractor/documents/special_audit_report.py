"""专项审计报告 on the declared model's R&D cost (notice, 附件1 三（四）1).

There is no national template for one model; firms adapt the one for 高新技术企业 (国科发火〔2016〕195号).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from extractor.documents import money_words
from extractor.documents.auditors import CAPTIONS, accountants, report_number
from extractor.documents.headed_table import Headings, Record, records_of
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.sign_off import firm, sign_off_day
from extractor.layout.captions import beside, first_match, first_of
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import doubts_of, judged, stated
from extractor.values import amounts, days, identifiers, months, texts
from extractor.values.amounts import parse_unit
from models.document import Document
from models.extraction import (
    Amount,
    Day,
    Evidence,
    Field,
    Period,
    Rows,
    Scalar,
    Text,
    Value,
)

_COLUMNS: Headings = {
    "name": re.compile(
        r"项目|科目|费用项目|成本项目|费用类别|费用科目|明细项目|成本构成|支出项目|费用名称"
    ),
    "amount": re.compile(
        r"(?:审定)?金额.*|合计(?:金额)?.*|本期(?:金额|发生额).*|20\d{2}年度?(?:金额)?.*|审定数.*|发生额.*"
    ),
}
_NEEDED = frozenset({"name", "amount"})
_TOTAL = re.compile(
    r"^(?:合计|总计|小计|研究?开?发?费用?合计|.*(?:小计|总计)|.*研发成本(?:合计|总额).*|.*合计)$"
)
_OF_WHICH = re.compile(r"^其中[:：]?")
_STOP = (*CAPTIONS, "项目名称", "模型名称", "专项审计期间", "研发费用总额")
_MONEY = r"(-?\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元)"
_PERIOD = r"(20\d{2}年\d{1,2}月\d{1,2}日(?:至|到|[-—~～])(?:20\d{2}年)?\d{1,2}月\d{1,2}日)"


def _read(document: Document) -> Mapping[str, Field]:
    return {
        "accountants": accountants(document, "special_audit_report.accountants"),
        "items": _items(document),
        "rd_cost": _cost(document),
    }


def _unit(document: Document) -> str | None:
    units = {
        unit for page in document.pages for line in page.lines if (unit := parse_unit(line.text))
    }
    return units.pop() if len(units) == 1 else None


def _split(document: Document) -> tuple[list[Record], list[Record]]:
    """The rows of the cost table: its items, and its totals."""
    items: list[Record] = []
    totals: list[Record] = []
    for record in records_of(document, _COLUMNS, _NEEDED):
        name = record.text("name")
        if _TOTAL.search(name):
            totals.append(record)
        elif name:
            items.append(record)
    return items, totals


def _items(document: Document) -> Field:
    """The items of the cost table; a line that the 其中 lines below it add up to is left out."""
    key, label = "special_audit_report.items", "研发成本明细"
    unit = _unit(document)
    records, _ = _split(document)
    rows: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = [] if unit or not records else ["明细表未见金额单位，按元计"]
    for record in records:
        amount = amounts.parse_cell(record.text("amount"), unit or "元")
        name = _OF_WHICH.sub("", record.text("name"))
        if amount is None:
            doubts.append(f"“{name}”一行的金额无法识别")
        elif record.cells["amount"].lines:
            doubts.extend(
                doubts_of(
                    record.cells["amount"],
                    "amount",
                    amount,
                    lambda text: amounts.parse_cell(text, unit or "元"),
                )
            )
        rows.append({"name": Text(value=texts.printed(name)), "amount": amount})
        evidence.append(record.cells["amount"].evidence)
    value = Rows(records=tuple(_leaves(rows))) if rows else None
    return stated(key, label, "rows", value, tuple(evidence), tuple(dict.fromkeys(doubts)))


def _leaves(rows: list[dict[str, Scalar | None]]) -> list[dict[str, Scalar | None]]:
    """The rows without those that are the sum of the rows right below them."""
    kept = []
    for at, row in enumerate(rows):
        amount = row["amount"]
        if not (isinstance(amount, Amount) and amount.value and _sums_below(rows, at, amount)):
            kept.append(row)
    return kept


def _sums_below(rows: list[dict[str, Scalar | None]], at: int, total: Amount) -> bool:
    added = Decimal(0)
    for number, row in enumerate(rows[at + 1 :], start=1):
        amount = row["amount"]
        if not isinstance(amount, Amount):
            return False
        added += amount.value
        if added == total.value and number >= 2:
            return True
    return False


def _cost(document: Document) -> Field:
    """The total as the table has it, confirmed by the sentence that states it."""
    key, label = "special_audit_report.rd_cost", "模型研发成本合计"
    unit = _unit(document) or "元"
    _, totals = _split(document)
    said = first_match(
        rf"(?:研发|研究开发|开发)(?:成本|费用|投入|支出)[^。\d]{{0,40}}?(?:人民币)?{_MONEY}"
    )(document)
    in_text = judged(key, label, "amount", said, amounts.parse)
    if not totals:
        return in_text
    in_table = judged(
        key,
        label,
        "amount",
        totals[-1].cells["amount"],
        lambda text: amounts.parse_cell(text, unit),
    )
    if in_text.value is None or in_table.value is None:
        return in_table if in_table.value is not None else in_text
    if in_text.value == in_table.value or _same_sum(in_text.value, in_table.value):
        return in_table.model_copy(
            update={
                "status": "sure",
                "doubts": (),
                "evidence": (*in_table.evidence, *in_text.evidence),
            }
        )
    return in_table


def _same_sum(one: Value, other: Value) -> bool:
    return isinstance(one, Amount) and isinstance(other, Amount) and one.value == other.value


def _first_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.start)


def _last_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.end)


def _model_name(text: str) -> Value | None:
    return texts.parse(re.sub(r"[“”\"《》「」]", "", texts.printed(text)))


def _about(fields: Mapping[str, Field]) -> About:
    name, start, end = (
        fields[each].value for each in ("entity_name", "period_start", "period_end")
    )
    period = None
    if isinstance(start, Day) and isinstance(end, Day) and start.value and end.value:
        period = Period(start=start.value, end=end.value)
    return About(entity=name.value if isinstance(name, Text) else None, period=period)


_period = first_of(
    beside("审计期间", "专项审计期间", "所属期间", "会计期间", stop=_STOP),
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
