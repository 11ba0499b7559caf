"""The tax return sheets as printed: the published rows with the company's amounts."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from samples import money
from samples.case import TaxReturn
from samples.returns import published
from samples.sheets import ReturnRow, ReturnSheet


def return_sheet(sheet: TaxReturn, random: Random) -> ReturnSheet:
    """The sheet in its edition; nil cells are 0.00, empty or dashed as the software that printed."""
    form = published(sheet.code)["editions"][sheet.edition]
    nil = random.choices(("0.00", "", "-"), (70, 20, 10))[0]
    thousands = random.random() < 0.6
    rate = random.choice(("100%", "110|全年100%"))
    rows: list[ReturnRow] = []
    fields: dict[str, str] = {}
    for row in form["rows"]:
        number = row["no"]
        amount = sheet.rows.get(number)
        fields[number] = _field(sheet.code, number)
        rows.append(
            ReturnRow(
                no=number,
                category=_category(sheet.code, row),
                text=sheet.captions.get(number, row.get("full_text") or row["text"]),
                amount=_cell(sheet, number, amount, nil, thousands, rate),
            )
        )
    return ReturnSheet(
        code=sheet.code,
        title=form["title"],
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


def _category(code: str, row: dict[str, object]) -> str:
    if code == "A100000":
        return str(row.get("category", ""))
    return "基本信息" if row["no"] == "1" else "研发活动费用明细"


def _cell(
    sheet: TaxReturn, number: str, amount: Decimal | None, nil: str, thousands: bool, rate: str
) -> str:
    """One cell: counts and rates in their own way, amounts with two decimals."""
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
