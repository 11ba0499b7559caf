"""Amounts as sheets print them: rounding to a unit, thousands, capitals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_FEN = Decimal("0.01")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = {"元": Decimal(1), "万元": Decimal(10_000)}


def fen(amount: Decimal | int | float) -> Decimal:
    """The amount rounded half up to 0.01 元."""
    return Decimal(str(amount)).quantize(_FEN, ROUND_HALF_UP)


def rounded(amount: Decimal, unit: str, decimals: int = 2) -> Decimal:
    """The amount in 元 that is left when it is printed in the unit with so many decimals."""
    scale = _UNITS[unit]
    return fen((amount / scale).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) * scale)


def printed(amount: Decimal, unit: str = "元", decimals: int = 2, *, thousands: bool = True) -> str:
    """The digits a sheet shows for an amount in 元."""
    value = (amount / _UNITS[unit]).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{value:,f}" if thousands else f"{value:f}"


def in_words(amount: Decimal, yuan: str = "圆", whole: str = "整") -> str:
    """大写金额 of a non-negative amount."""
    cents = int(fen(amount) * 100)
    units, jiao, last = cents // 100, cents // 10 % 10, cents % 10
    text = _whole_in_words(units) + yuan if units else ""
    if not (jiao or last):
        return (text or "零" + yuan) + whole
    if jiao:
        text += _DIGITS[jiao] + "角"
    elif units:
        text += "零"
    return text + (_DIGITS[last] + "分" if last else whole)


def _whole_in_words(number: int) -> str:
    """A positive whole number in capitals: groups of four with 亿 and 万."""
    groups = []
    while number:
        groups.append(number % 10_000)
        number //= 10_000
    text, skipped = "", False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            gap = "零" if text and (group < 1000 or skipped) else ""
            text += gap + _group_in_words(group) + ("", "万", "亿", "万亿")[place]
        skipped = not group
    return text


def _group_in_words(group: int) -> str:
    """1…9999 in capitals; inner zeros give one 零."""
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + ("", "拾", "佰", "仟")[place]
            zero = False
        else:
            zero = True
    return text


def capital(amount: Decimal, style: int) -> str:
    """注册资本 in one of four ways licences print it."""
    wan = int(amount / 10_000)
    return (
        f"{_whole_in_words(int(amount))}圆整",
        f"{wan}万元人民币",
        f"{wan}万人民币",
        f"人民币{wan}万元整",
    )[style % 4]
