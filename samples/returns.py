"""The two tax return sheets in the editions in use, from a year's accounts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from samples.books import ZERO, Year, down
from samples.money import fen
from samples.papers import TaxReturn

RESEARCH_RELIEF = "一般企业开发新技术、新产品、新工艺发生的研究开发费用加计扣除"


def a107012(year: Year, edition: str, taxpayer_name: str, taxpayer_id: str) -> TaxReturn:
    """研发费用加计扣除优惠明细表 of the year."""
    rows = dict(year.research)
    if edition == "2022":
        left = rows["47"] - rows["48"] - rows["49"]
        rows |= {"L1": left, "L1.1": ZERO, "L1.2": left}
    return TaxReturn("A107012", edition, taxpayer_id, taxpayer_name, year.year, rows)


def a100000(year: Year, edition: str, taxpayer_name: str, taxpayer_id: str) -> TaxReturn:
    """主表 of the year."""
    rows = _rows_2025(year) if edition == "2025" else _rows_older(year)
    captions = {"22.1": RESEARCH_RELIEF} if edition == "2025" else {}
    if "22.2" in rows:
        captions["22.2"] = "企业投资者取得的国债利息收入免征企业所得税"
    if "31.1" in rows:
        captions["31.1"] = "国家需要重点扶持的高新技术企业减按15%的税率征收企业所得税"
    return TaxReturn("A100000", edition, taxpayer_id, taxpayer_name, year.year, rows, captions)


def _rows_2025(year: Year) -> dict[str, Decimal]:
    """Rows 1…45; rows not named are nil."""
    income = year.income
    rows = {str(number): ZERO for number in range(1, 46)}
    keys = (
        *("revenue", "cost", "surtax", "selling", "admin", "rd", "finance", "other_income"),
        *("invest", "hedge", "fair", "credit_loss", "asset_loss", "disposal"),
        *("operating_profit", "nonop_in", "nonop_out", "total_profit"),
    )
    rows |= {str(place): income[key] for place, key in enumerate(keys, start=1)}
    rows |= {"20": year.adjusted_up, "21": year.adjusted_down, "22": year.exempt}
    rows["22.1"] = year.research["51"]
    if year.other_exempt:
        rows["22.2"] = year.other_exempt
    if year.relief:
        rows["31.1"] = year.relief
    rows |= {
        "24": year.adjusted_income,
        "26": year.losses_used,
        "28": year.taxable,
        "29": Decimal("0.25"),
        "30": year.tax_at_full_rate,
        "31": year.relief,
        "33": year.tax_due,
        "36": year.tax_due,
        "37": year.prepaid,
        "38": year.tax_due - year.prepaid,
        "45": year.tax_due - year.prepaid,
    }
    return rows


def _rows_older(year: Year) -> dict[str, Decimal]:
    """Rows 1…38: R&D is inside 管理费用, losses of value are positive."""
    income = year.income
    rows = {str(number): ZERO for number in range(1, 39)}
    rows |= {
        "1": income["revenue"],
        "2": income["cost"],
        "3": income["surtax"],
        "4": income["selling"],
        "5": income["admin"] + income["rd"],
        "6": income["finance"],
        "7": -(income["credit_loss"] + income["asset_loss"]),
        "8": income["fair"],
        "9": income["invest"],
        "10": income["operating_profit"],
        "11": income["nonop_in"],
        "12": income["nonop_out"],
        "13": income["total_profit"],
        "15": year.adjusted_up,
        "16": year.adjusted_down,
        "17": year.exempt,
        "19": year.adjusted_income,
        "21": year.losses_used,
        "23": year.taxable,
        "24": Decimal("0.25"),
        "25": year.tax_at_full_rate,
        "26": year.relief,
        "28": year.tax_due,
        "31": year.tax_due,
        "32": year.prepaid,
        "33": year.tax_due - year.prepaid,
        "38": year.tax_due - year.prepaid,
    }
    return rows


def faults(sheet: TaxReturn) -> tuple[str, ...]:
    """The identities and limits of the sheet that do not hold, by their names in the domain."""
    row = sheet.rows
    if sheet.code == "A107012":
        return tuple(name for name, holds in _research_checks(row) if not holds)
    return tuple(name for name, holds in _main_checks(row, sheet.edition) if not holds)


def _research_checks(row: Any) -> list[tuple[str, bool]]:
    def total(*numbers: int) -> Decimal:
        return sum((row[str(number)] for number in numbers), ZERO)

    left = row["47"] - row["48"] - row["49"]
    domestic = row["2"] + row["36"] * Decimal("0.8")
    near = Decimal("0.01")
    return [
        ("S2", row["2"] == total(3, 7, 16, 19, 23, 34)),
        ("S3", row["3"] == total(4, 5, 6)),
        ("S7", row["7"] == total(*range(8, 16))),
        ("S16", row["16"] == total(17, 18)),
        ("S19", row["19"] == total(20, 21, 22)),
        ("S23", row["23"] == total(24, 25, 26, 27)),
        ("S28", row["28"] == total(29, 30, 31, 32, 33)),
        ("S35", row["35"] == total(36, 37, 39)),
        ("S40", abs(row["40"] - domestic - row["38"]) <= near),
        ("S41", row["40"] == total(41, 42)),
        ("S45", row["45"] == total(41, 43, 44)),
        ("S47", row["47"] == row["45"] - row["46"]),
        ("S51", abs(row["51"] - max(ZERO, left) * row["50"]) <= near),
        ("S52", row["52"] == max(ZERO, -left)),
        ("L34", row["34"] <= min(row["28"], down(total(3, 7, 16, 19, 23) / 9))),
        ("L38", row["38"] <= min(row["37"] * Decimal("0.8"), domestic * 2 / 3) + near),
        ("SL1", "L1" not in row or row["L1"] == left == row["L1.1"] + row["L1.2"]),
    ]


def _main_checks(row: Any, edition: str) -> list[tuple[str, bool]]:
    def of(*numbers: int) -> Decimal:
        return sum((row[str(abs(n))] * (1 if n > 0 else -1) for n in numbers), ZERO)

    rate = Decimal("0.25")
    if edition == "2025":
        named = sum((amount for no, amount in row.items() if no.startswith("22.")), ZERO)
        return [
            ("15", row["15"] == of(1, -2, -3, -4, -5, -6, -7, 8, 9, 10, 11, 12, 13, 14)),
            ("18", row["18"] == of(15, 16, -17)),
            ("22", row["22"] == named),
            ("24", row["24"] == of(18, -19, 20, -21, -22, 23)),
            ("28", row["28"] == max(ZERO, of(24, -25, -26, -27))),
            ("30", row["30"] == fen(row["28"] * rate)),
            ("33", row["33"] == of(30, -31, -32)),
            ("36", row["36"] == of(33, 34, -35)),
            ("38", row["38"] == of(36, -37)),
            ("45", row["45"] == of(38, -42, -43, -44)),
        ]
    return [
        ("10", row["10"] == of(1, -2, -3, -4, -5, -6, -7, 8, 9)),
        ("13", row["13"] == of(10, 11, -12)),
        ("19", row["19"] == of(13, -14, 15, -16, -17, 18)),
        ("23", row["23"] == max(ZERO, of(19, -20, -21, -22))),
        ("25", row["25"] == fen(row["23"] * rate)),
        ("28", row["28"] == of(25, -26, -27)),
        ("31", row["31"] == of(28, 29, -30)),
        ("33", row["33"] == of(31, -32)),
        ("38", row["38"] == of(33, -37)),
    ]
