"""A107012 加计扣除总额与 A100000 对应.

Since 2024 a sub-row of row 22 takes row 51 over; before that it passes through row 17.
"""

from decimal import Decimal

from extractor.rules.citing import law
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import money
from models.extraction import Amount, Choice
from models.finding import Disagreement

NEW_EDITION = "2025"
CENT = Decimal("0.01")


def check(
    total: Amount, edition: Choice, new: Amount | None, old: Amount | None, line: Amount | None
) -> list[Disagreement]:
    """Fails where the main sheet relieves less than row 51; asks where no sub-row equals it."""
    number, relief = ("22", new) if edition.value == NEW_EDITION else ("17", old)
    keys = ("a107012.row_51", f"a100000.rows[{number}]")
    if relief is None:
        message = f"A100000 第{number}行未能辨认"
        return [Disagreement(severity="B", message=message, values=keys, outcome="unreadable")]
    if relief.value < total.value - CENT:
        message = f"A107012 第51行 {money(total)}，A100000 第{number}行仅 {money(relief)}"
        return [Disagreement(severity="B", message=message, values=keys)]
    if line and abs(line.value - total.value) > CENT:
        keys = ("a107012.row_51", "a100000.super_deduction")
        message = f"A107012 第51行 {money(total)}，A100000 加计扣除优惠事项 {money(line)}"
        return [Disagreement(severity="C", message=message, values=keys)]
    message = f"A107012 第51行 {money(total)}，A100000 第{number}行 {money(relief)}"
    return [holds("B", message, *keys)]


RULE = Rule(
    code="RD-05",
    title="A107012 加计扣除总额与 A100000 对应",
    source=law(
        "国家税务总局公告2025年第1号及《企业所得税年度纳税申报表（A类）》填报说明",
        "研发费用加计扣除总额填入主表“免税、减计收入及加计扣除”",
    ),
    severity="B",
    reads=("a107012.row_51", "a100000.edition"),
    reads_if_present=("a100000.rows[22]", "a100000.rows[17]", "a100000.super_deduction"),
    check=check,
)
