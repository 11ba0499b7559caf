"""Income statements and balance sheets as published: their lines, and the sums that must hold.

Sums after 财会〔2019〕6号 and the 小企业会计准则. Lines are known by their names, because statements
number them differently or not at all, and a line without an amount is often left out: a line that
is not there counts as zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractor.forms.expressions import Expression
from extractor.forms.identity import Identity
from extractor.values.texts import compact
from models.extraction import Amount, Rows, Text

CENT_STEP = Decimal("0.01")
_PERIODS: Mapping[str, str] = {"current": "本期", "prior": "上期"}
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "营业收入": ("主营业务收入",),
    "营业成本": ("主营业务成本",),
    "税金及附加": ("营业税金及附加",),
    "信用减值损失": ("信用减值利得",),
    "营业利润": ("营业利润总额",),
    "所得税费用": ("所得税",),
    "流动资产合计": ("流动资产总计",),
    "非流动资产合计": ("非流动资产总计",),
    "资产总计": ("资产合计", "资产总额"),
    "负债合计": ("负债总计", "负债总额"),
    "所有者权益合计": ("股东权益合计", "所有者权益总计", "净资产合计"),
    "负债和所有者权益总计": (
        "负债及所有者权益总计",
        "负债和股东权益总计",
        "负债及股东权益总计",
        "负债和所有者权益合计",
        "负债和净资产总计",
    ),
}
_INCOME = (
    ("营业利润", "营业收入-营业成本-税金及附加-销售费用-管理费用-研发费用-财务费用+其他收益+投资收益"
     "+净敞口套期收益+公允价值变动收益+信用减值损失+资产减值损失+资产处置收益"),
    ("利润总额", "营业利润+营业外收入-营业外支出"),
    ("净利润", "利润总额-所得税费用"),
    ("综合收益总额", "净利润+其他综合收益的税后净额"),
)  # fmt: skip
_BALANCE = (
    ("资产总计", "流动资产合计+非流动资产合计"),
    ("负债合计", "流动负债合计+非流动负债合计"),
    ("负债和所有者权益总计", "负债合计+所有者权益合计"),
    ("负债和所有者权益总计", "资产总计"),
    ("所有者权益合计", "实收资本-已归还投资+其他权益工具+资本公积-库存股+其他综合收益+专项储备+盈余公积"
     "+一般风险准备+未分配利润+少数股东权益"),
)  # fmt: skip
_ALWAYS_PRINTED = {
    *("营业收入", "营业利润", "利润总额", "净利润", "流动资产合计", "资产总计", "负债合计"),
    *("流动负债合计", "所有者权益合计", "负债和所有者权益总计", "实收资本"),
}
"""Lines that no statement leaves out: without them a sum can't be worked out."""
_SUBTOTALS: Mapping[str, tuple[str, str]] = {
    "非流动资产合计": ("流动资产合计", "资产总计"),
    "非流动负债合计": ("流动负债合计", "负债合计"),
}
"""Lines that other standards divide (长期投资合计, 固定资产合计, 长期负债合计), so that one that is not
there is zero only where the other subtotal is the whole."""
_FORMER_LINES = ("主营业务利润", "其他业务利润", "补贴收入")
"""Of the 企业会计制度 (2000), whose profits are other sums."""
_PART_OF_ANOTHER = re.compile(r"^[^一-龥]*其中[:：]?")
_NEVER_ADDED_AS_A_PART = "研发费用"
"""Under 管理费用 (其中：研发费用) it is in that line already."""
_EQUITY_ALIASES = {"股本": "实收资本", "实收资本或股本": "实收资本", "股本或实收资本": "实收资本"}


@dataclass(frozen=True)
class _Sheet:
    """One column of a statement."""

    amounts: Mapping[str, Amount | None]
    """Line name → amount, of the lines that were printed."""

    @property
    def step(self) -> Decimal:
        """The rounding step of the column in 元."""
        read = [amount.step for amount in self.amounts.values() if amount is not None]
        return max(read, default=CENT_STEP)


def line_name(text: str) -> str:
    """The name of a line without enumeration, 加/减/其中, remarks in brackets and marks."""
    plain = re.sub(r"\([^()]*\)?", "", compact(text))
    plain = re.sub(r"^[*△▲☆#]+", "", plain)
    plain = re.sub(r"^(?:[一二三四五六七八九十]+[、.,]|\d+[、.])", "", plain)
    plain = re.sub(r"^(?:加|减|其中)[:：]?", "", plain)
    plain = re.sub(r"[^\w]", "", plain)
    plain = _EQUITY_ALIASES.get(plain, plain)
    return next((name for name, others in _ALIASES.items() if plain in others), plain)


def cell_name(line: str, column: str) -> str:
    """How doubts and findings name one cell of a statement: ``“营业收入”本期``."""
    return f"“{line_name(line)}”{_PERIODS[column]}"


def statement_identities(
    statement: str, amounts: Mapping[str, Amount | None]
) -> tuple[tuple[Identity, ...], dict[str, Decimal | None]]:
    """The identities of a statement over the lines it prints, and those lines as cells.

    Args:
        statement: ``income_statement`` or ``balance_sheet``.
        amounts: line name → amount, None where a printed line was not read.
    """
    sums: tuple[tuple[str, str], ...] = _INCOME if statement == "income_statement" else _BALANCE
    if any(line in amounts for line in _FORMER_LINES):
        sums = tuple(each for each in sums if each[0] not in ("营业利润", "利润总额"))
    return _identities(sums, _Sheet(amounts)), _cells(_Sheet(amounts), sums)


def column_of(rows: Rows, column: str) -> dict[str, Amount | None]:
    """Line name → amount of one column (current, prior); lines of one name that differ: None."""
    found: dict[str, Amount | None] = {}
    for record in rows.records:
        line, amount = record.get("line"), record.get(column)
        if not isinstance(line, Text):
            continue
        name, read = line_name(line.value), amount if isinstance(amount, Amount) else None
        if name == _NEVER_ADDED_AS_A_PART and _PART_OF_ANOTHER.match(line.value):
            continue
        found[name] = read if name not in found or found[name] == read else None
    return found


def _lines_in(formula: str) -> list[str]:
    return re.split(r"[+-]", formula)


def _cells(sheet: _Sheet, sums: Iterable[tuple[str, str]]) -> dict[str, Decimal | None]:
    """The lines that the sums speak of; a line that was left out is zero, an unread one None."""
    cells: dict[str, Decimal | None] = {}
    for total, formula in sums:
        for line in (total, *_lines_in(formula)):
            if line in sheet.amounts:
                amount = sheet.amounts[line]
                cells[line] = None if amount is None else amount.value
            elif line not in _ALWAYS_PRINTED and _counts_as_none(line, sheet):
                cells[line] = Decimal(0)
    return cells


def _counts_as_none(line: str, sheet: _Sheet) -> bool:
    """Whether a line that was left out can be taken for zero."""
    if line not in _SUBTOTALS:
        return True
    part, whole = (sheet.amounts.get(each) for each in _SUBTOTALS[line])
    return part is not None and whole is not None and part.value == whole.value


def _identities(sums: Iterable[tuple[str, str]], sheet: _Sheet) -> tuple[Identity, ...]:
    """The identities whose total is printed, with room for the rounding of each member."""
    built = []
    for total, formula in sums:
        lines = _lines_in(formula)
        if total not in sheet.amounts:
            continue
        members = 1 + sum(line in sheet.amounts for line in lines)
        exact_to_the_cent = sheet.step <= CENT_STEP
        built.append(
            Identity(
                name=total,
                total=total,
                expression=Expression(formula),
                tolerance=CENT_STEP / 2 if exact_to_the_cent else sheet.step * members / 2,
                shown=f"{total} = {_printed(formula, sheet)}",
            )
        )
    return tuple(built)


def _printed(formula: str, sheet: _Sheet) -> str:
    """The formula without the lines that this statement leaves out."""
    parts = re.findall(r"[+-]?[^+-]+", formula)
    return "".join(part for part in parts if part.lstrip("+-") in sheet.amounts).lstrip("+")
