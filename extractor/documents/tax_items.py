"""The taxes that a 完税证明 lists: which, for when, paid when, how much."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from extractor.documents.headed_table import Headings, Record, records_of
from extractor.documents.kind import Parser
from extractor.documents.told_taxes import items_told
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.reconcile.certainty import doubts_of, stated
from extractor.values import amounts, days, months, texts
from extractor.values.simplified import simplified
from extractor.values.texts import compact
from models.document import Document, Page
from models.extraction import Amount, Day, Evidence, Field, Period, Rows, Scalar, Value, ValueKind

_OF_TAX = r"(?:\(?[税费]\)?)*款?所?"
_PAID = r"(?:(?:实际|实|已)(?:缴纳|缴款|缴税|缴|入库)|缴纳|缴款|缴税|缴|入库)"
_TAX_OR_FEE = r"(?:\(?[税费款]\)?)*"
_UNIT = r"(?:\((?:单位[:：]?)?(?P<unit>元|千元|万元)\))?"
COLUMNS: Headings = {
    "voucher": re.compile(r"原?凭证号码?|(?:电子|完税)?税票号码|票证号码"),
    "tax": re.compile(r"税种(?:名称)?|征收项目|项目|税\(?费\)?种(?:类|名称)?|征收项目名称"),
    "item": re.compile(r"品目名称|征收品目(?:名称)?|税目(?:名称)?|品目"),
    "period_start": re.compile(rf"{_OF_TAX}属(?:时期|期|时间|期间)?(?:起|始|自)(?:日期)?"),
    "period_end": re.compile(rf"{_OF_TAX}属(?:时期|期|时间|期间)?(?:止|至|终)(?:日期)?"),
    "period": re.compile(rf"{_OF_TAX}属(?:时期|期|时间|期间|期起止)(?:起止)?"),
    "year": re.compile(rf"(?:{_OF_TAX}属)?(?:纳税)?年度"),
    "paid_on": re.compile(
        r"(?:入\(?退?\)?库|缴\(?退?\)?库|缴款|缴税|缴费|缴纳|实缴|征收|扣款|上解)(?:日期|时间)"
    ),
    "amount": re.compile(rf"(?!退){_PAID}?\(?退?\)?{_TAX_OR_FEE}(?:金额|额){_UNIT}"),
}
_OF_WHAT_WAS_PAID: Headings = {
    **COLUMNS,
    "amount": re.compile(rf"{_PAID}\(?退?\)?{_TAX_OR_FEE}(?:金额|额|合计|总额){_UNIT}"),
}
"""The same where the column's heading says that it was paid: beside it stands what was due."""
NEEDED = frozenset({"tax", "amount"})
"""The columns that make a table one of paid taxes."""
_VOUCHER = re.compile(r"^\d+")
"""The end of the voucher's number, where the ruling between the columns was lost."""
_TAXES = frozenset({
    "增值税", "消费税", "企业所得税", "个人所得税", "城市维护建设税", "印花税", "房产税",
    "城镇土地使用税", "土地增值税", "车辆购置税", "车船税", "契税", "耕地占用税", "资源税",
    "环境保护税", "烟叶税", "船舶吨税", "关税", "教育费附加", "地方教育附加", "文化事业建设费",
    "残疾人就业保障金", "地方水利建设基金", "水利建设专项收入", "工会经费", "社会保险费",
})  # fmt: skip
"""Taxes and levies that tax offices collect; a name among them proves its own reading."""
_LONGEST_FIRST = sorted(_TAXES, key=len, reverse=True)
_DAY = r"20\d{2}(?:[-./]\d{2}[-./]\d{2}|年\d{1,2}月\d{1,2}日|(?:0[1-9]|1[0-2])[0-3]\d)"
_MONTH = r"20\d{2}(?:[-./]\d{2}|年\d{1,2}月|0[1-9]|1[0-2])"
_TO = r"(?:至|到|[-—~～])"
_RANGE = re.compile(rf"{_DAY}{_TO}{_DAY}|{_MONTH}{_TO}{_MONTH}(?!\d)")
_ROW = re.compile(
    rf"(?P<words>[一-龥][^\d]{{1,39}})(?P<period>{_RANGE.pattern}|{_MONTH})(?P<paid_on>{_DAY})"
    r"[¥￥]?(?P<amount>-?\d{1,3}(?:,?\d{3})*\.\d{2})$"
)
"""Tax and item, period, day of payment, amount: the columns of the published form in their order."""
_PAID_ROW = re.compile(rf"{_DAY}[¥￥]?-?\d[\d,]*\.\d{{2}}$")
"""How such a row ends."""
_LEVY = re.compile(r"[一-龥]{1,18}(?:税|费|附加|金|收入|款)(?:\([^()]{1,10}\))?")
"""What taxes and levies are called."""
_LOST_ROW = "有一行完税项目未能识别"
_TOTAL_ROW = re.compile(r"合计|小计|总计|大写")
_NO_TAX = "有一行金额的税种未能识别"
_FOOT = re.compile(r"填票人|备注|妥善保管|税务机关|次打印|流水号|复核|记账")


def items(document: Document) -> Field:
    """The rows of paid taxes, one piece of evidence a row."""
    rows: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = []
    unit = unit_of(document)
    records = tax_records(document)
    if not records:
        records = _records_in_rows(document)
        doubts += [_LOST_ROW] if _lost_in_rows(document, records) else []
    if not records:
        return items_told(document, _LONGEST_FIRST)
    for record in records:
        if _TOTAL_ROW.search(record.row_text):
            continue
        if _FOOT.search(record.row_text):
            continue
        if not record.text("tax"):
            if _is_lost_row(record, rows):
                doubts.append(_NO_TAX)
            continue
        rows.append(_row(record, money_in(unit), doubts))
        evidence.append(record.cells["amount"].evidence)
    value = Rows(records=tuple(rows)) if rows else None
    return stated(
        "tax_certificate.items",
        "完税项目",
        "rows",
        value,
        tuple(evidence),
        tuple(dict.fromkeys(doubts)),
    )


def tax_records(document: Document) -> tuple[Record, ...]:
    """The rows of the tables of taxes."""
    paid = records_of(document, _OF_WHAT_WAS_PAID, NEEDED)
    return paid or records_of(document, COLUMNS, NEEDED)


def unit_of(document: Document) -> str:
    """The unit of the amounts: certificates are in 元, some letters' tables in another."""
    for page in document.pages:
        for line in page.lines:
            text = compact(line.text)
            headed = COLUMNS["amount"].fullmatch(text)
            unit = amounts.parse_unit(text) or (None if headed is None else headed["unit"])
            if unit is not None:
                return unit
    return "元"


def money_in(unit: str) -> Callable[[str], Amount | None]:
    """The parser of a cell's amount in that unit."""
    return lambda text: amounts.parse_cell(text, unit)


def _is_lost_row(record: Record, rows: Sequence[Mapping[str, Scalar | None]]) -> bool:
    """Whether an amount stands without its tax, and is not the sum of those above it."""
    text = record.text("amount")
    amount = amounts.parse_cell(text) if re.search(r"\d", text) else None
    above = [each.value for row in rows if isinstance(each := row["amount"], Amount)]
    return amount is not None and (not above or amount.value != sum(above))


def _records_in_rows(document: Document) -> tuple[Record, ...]:
    """The taxes where no columns could be told: a row names one tax and ends with its amount.

    Print of neighbouring columns that stand close is read as one line, and without rulings only
    the form of what stands there tells them apart.
    """
    return tuple(
        record
        for page in document.pages
        for row in rows_on(page)
        if (record := _record_in(page, Characters.of(row))) is not None
    )


def _record_in(page: Page, row: Characters) -> Record | None:
    found = _ROW.search(row.text)
    if found is None or len(_RANGE.findall(row.text)) > 1:
        return None
    tax = _tax_in(found["words"], compact(row.lines[0].text))
    if tax is None:
        return None
    start = found.start("words") + found["words"].index(tax)
    spans = {
        "tax": (start, start + len(tax)),
        "period": found.span("period"),
        "paid_on": found.span("paid_on"),
        "amount": found.span("amount"),
    }
    cells = {name: passage_of(page, row.cut(*span)) for name, span in spans.items()}
    return Record(page, cells, row.text)


def _tax_in(words: str, first: str) -> str | None:
    """The tax that the words name: one that is known, or what stands by itself in front of them."""
    known = next((each for each in _LONGEST_FIRST if each in words), None)
    if known is not None and words.startswith(known):
        return known
    return first if words.startswith(first) and _LEVY.fullmatch(first) else known


def _lost_in_rows(document: Document, records: Sequence[Record]) -> bool:
    """Whether a row that tells a day and ends with an amount was not understood."""
    told = {record.row_text for record in records}
    return any(
        _PAID_ROW.search(text) and not _TOTAL_ROW.search(text) and text not in told
        for page in document.pages
        for row in rows_on(page)
        for text in (Characters.of(row).text,)
    )


def _row(
    record: Record, parse: Callable[[str], Amount | None], doubts: list[str]
) -> dict[str, Scalar | None]:
    """One row; what can't be understood in it is None and a doubt about the whole."""
    tax = simplified(_VOUCHER.sub("", record.text("tax")))
    if tax not in _TAXES and (named := texts.parse(tax)) is not None:
        doubts.extend(doubts_of(record.cells["tax"], "text", named, texts.parse))
    amount = parse(record.text("amount"))
    period = _period(record)
    paid_on = days.parse(record.text("paid_on"))
    read: tuple[tuple[str, ValueKind, Value | None, Parser], ...] = (
        ("amount", "amount", amount, parse),
        ("paid_on", "day", paid_on, days.parse),
    )
    for name, kind, value, parse_again in read:
        if name in record.cells and value is None:
            doubts.append(f"“{tax}”一行有一格无法识别")
        elif name in record.cells and value is not None:
            doubts.extend(doubts_of(record.cells[name], kind, value, parse_again))
    if period is None:
        doubts.append(f"“{tax}”一行的所属时期无法识别")
    else:
        doubts.extend(_doubts_of_period(record, Day(value=period.start)))
    return {
        "tax": texts.parse(tax),
        "period_start": None if period is None else Day(value=period.start),
        "period_end": None if period is None else Day(value=period.end),
        "paid_on": paid_on,
        "amount": amount,
    }


def _doubts_of_period(record: Record, read: Day) -> list[str]:
    """What is weak in the columns of the period."""
    return [
        doubt
        for name in ("period", "year", "period_start", "period_end")
        if name in record.cells
        for doubt in doubts_of(record.cells[name], "day", read, lambda text: read)
    ]


def _period(record: Record) -> Period | None:
    """The period of a row, printed in one column or as its first and last day in two.

    Offices that collect by the month print the month alone (202501), in one column or in both.
    """
    if "period_start" not in record.cells or "period_end" not in record.cells:
        text = record.text("period") or record.text("year")
        return months.parse_period(text) or months.parse_whole_month(text)
    first, last = (_days(record.text(name)) for name in ("period_start", "period_end"))
    if first is None or last is None or first.start > last.end:
        return None
    return Period(start=first.start, end=last.end)


def _days(text: str) -> Period | None:
    """The day, or the days of the month, that the text names."""
    day = days.parse(text)
    if day is None or day.value is None:
        return months.parse_whole_month(text)
    return Period(start=day.value, end=day.value)
