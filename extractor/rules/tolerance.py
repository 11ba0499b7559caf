"""How far two sums may lie apart: the one table of tolerances, and what each step of it says."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from extractor.rules.wording import money, yuan
from models.extraction import Amount
from models.finding import Disagreement, Severity

Apart = Literal["equal", "rounding", "close", "unit slip", "different"]

CLOSE_SUM = Decimal(10_000)
CLOSE_SHARE = Decimal("0.001")
SLIP_RATIOS = tuple(Decimal(10) ** power for power in (1, 2, 3, 4, 8))
"""A digit or two lost, 千元, 万元, 亿元 taken for 元."""
SLIP_SHARE = Decimal("0.005")


def apart(first: Amount, second: Amount) -> Apart:
    """Where the difference of two sums stands in the table."""
    difference = abs(first.value - second.value)
    step = max(first.step, second.step)
    if difference <= step / 2:
        return "equal"
    if difference <= step:
        return "rounding"
    if difference <= max(CLOSE_SUM, CLOSE_SHARE * max(abs(first.value), abs(second.value))):
        return "close"
    return "unit slip" if _ratio_of_units(first.value, second.value) else "different"


def sums_agree(
    first_name: str,
    first: Amount,
    second_name: str,
    second: Amount,
    severity: Severity = "B",
    values: tuple[str, ...] = (),
) -> Disagreement | None:
    """None where the sums are equal; else both in their own units and how far they lie apart."""
    both = f"{first_name} {money(first)}，{second_name} {money(second)}"
    if first.currency != second.currency:
        return Disagreement(severity=severity, message=f"{both}，币种不同", values=values)
    difference = f"相差 {yuan(abs(first.value - second.value))}"
    match apart(first, second):
        case "equal":
            return None
        case "rounding":
            message = f"{both}，{difference}，为截断或进位所致"
            return Disagreement(severity="D", message=message, values=values)
        case "close":
            return Disagreement(
                severity="C", message=f"{both}，{difference}，接近但不相等，请核实", values=values
            )
        case "unit slip":
            ratio = _ratio_of_units(first.value, second.value)
            message = f"{both}，约为 {ratio:,} 倍，疑似单位或位数错误"
            return Disagreement(severity=severity, message=message, values=values)
        case "different":
            return Disagreement(severity=severity, message=f"{both}，{difference}", values=values)


def adds_up(
    name: str,
    parts: tuple[Amount, ...],
    total: Amount,
    severity: Severity = "B",
    values: tuple[str, ...] = (),
) -> Disagreement | None:
    """None where the parts add up to the total, each rounded by at most half its step."""
    added = sum((part.value for part in parts), Decimal(0))
    allowed = sum((part.step for part in parts), total.step) / 2
    if abs(added - total.value) <= allowed:
        return None
    shown = money(total.model_copy(update={"value": added}))
    message = f"{name}各项之和 {shown}，合计 {money(total)}，相差 {yuan(abs(added - total.value))}"
    return Disagreement(severity=severity, message=message, values=values)


def _ratio_of_units(first: Decimal, second: Decimal) -> Decimal | None:
    """The ratio by which a mistaken unit or a lost digit would explain the difference."""
    smaller, larger = sorted((abs(first), abs(second)))
    if smaller == 0 or (first < 0) != (second < 0):
        return None
    ratio = larger / smaller
    return next((each for each in SLIP_RATIOS if abs(ratio / each - 1) <= SLIP_SHARE), None)
