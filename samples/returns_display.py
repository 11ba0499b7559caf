"""The tax return sheets as printed: the published rows with the company's amounts."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from extractor.forms.form import Row, load_form
from samples import money
from samples.account_sheets import ReturnRow, ReturnSheet
from samples.papers import TaxReturn

_SCHEDULES = {
    "revenue": "填写A101010\\101020\\103000",
    "cost": "填写A102010\\102020\\103000",
    "selling": "填写A104000",
    "admin": "填写A104000",
    "admin_incl_rd": "填写A104000",
    "rd_expense": "填写A104000",
    "finance": "填写A104000",
    "nonop_income": "填写A101010\\101020\\103000",
    "nonop_expense": "填写A102010\\102020\\103000",
    "overseas_income": "填写A108010",
    "adj_up": "填写A105000",
    "adj_down": "填写A105000",
    "exempt_and_super": "填写A107010",
    "overseas_offset": "填写A108000",
    "income_relief": "填写A107020",
    "loss_offset": "填写A106000",
    "deduct_taxable": "填写A107030",
    "tax_credit": "填写A107050",
    "overseas_tax": "填写A108000",
    "overseas_credit": "填写A108000",
    "hq_share": "填写A109000",
    "fiscal_share": "填写A109000",
    "hq_dept_share": "填写A109000",
}
"""Row key → the schedule named in the row's brackets; the 2025 print writes / for \\."""


def return_sheet(sheet: TaxReturn, random: Random) -> ReturnSheet:
    """The sheet in its edition; nil cells are 0.00, empty or dashed as the software that printed."""
    edition = load_form(sheet.code).edition(sheet.edition)
    nil = random.choices(("0.00", "", "-"), (70, 20, 10))[0]
    thousands = random.random() < 0.6
    rate = random.choice(("100%", "110|全年100%"))
    rows = [
        ReturnRow(
            no=row.number,
            category=row.category or ("基本信息" if row.number == "1" else "研发活动费用明细"),
            text=sheet.captions.get(row.number) or _text(row, sheet),
            amount=_cell(sheet, row.number, nil, thousands, rate),
        )
        for row in edition.rows
    ]
    fields = {row.number: _field(sheet.code, row.number) for row in edition.rows}
    return ReturnSheet(
        code=sheet.code,
        title=_title(sheet),
        edition=sheet.edition,
        taxpayer_id=sheet.taxpayer_id,
        taxpayer_name=sheet.taxpayer_name,
        period_start=f"{sheet.year}年01月01日",
        period_end=f"{sheet.year}年12月31日",
        unit="金额单位：人民币元（列至角分）",
        rows=rows,
        fields=fields,
    )


def _field(code: str, number: str) -> str:
    if code == "A100000":
        return f"rows.{number}"
    return "row_" + number.lower().replace(".", "_")


def _title(sheet: TaxReturn) -> str:
    titles = load_form(sheet.code).titles
    return titles[-1] if sheet.code == "A100000" and sheet.edition != "2025" else titles[0]


def _text(row: Row, sheet: TaxReturn) -> str:
    """项目 with the formula or the schedule it is filled from in brackets."""
    source = _SCHEDULES.get(row.key, "")
    if sheet.edition == "2025":
        source = source.replace("\\", "/")
    formula = row.formula or source
    return f"{row.text}（{formula}）" if formula else row.text


def _cell(sheet: TaxReturn, number: str, nil: str, thousands: bool, rate: str) -> str:
    """One cell: counts and rates in their own way, amounts with two decimals."""
    amount = sheet.rows.get(number)
    if amount is None:
        return ""
    if sheet.code == "A107012" and number == "1":
        return str(int(amount))
    if sheet.code == "A107012" and number == "50":
        percent = f"{(amount * 100).normalize():f}"
        return percent if sheet.edition == "2018-2021" else rate if amount == 1 else f"{percent}%"
    if sheet.code == "A100000" and amount == Decimal("0.25") and number in {"24", "29"}:
        return "25%"
    return money.printed(amount, thousands=thousands) if amount else nil
