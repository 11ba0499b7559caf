"""Whole numbers in Chinese characters, formal (壹佰) and plain (一百)."""

import re

_FORMAL = {
    **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **{"〇": 0, "貳": 2, "貮": 2, "弍": 2, "弐": 2, "貭": 2, "叄": 3, "參": 3, "叅": 3, "弎": 3},
    **{"陸": 6, "壱": 1, "弌": 1},
}
_PLAIN = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "○": 0, "两": 2}
_PLACES = {"仟": 3, "千": 3, "佰": 2, "百": 2, "拾": 1, "十": 1}
FORMAL_CHARACTERS = "".join(_FORMAL) + "拾十佰百仟千万萬亿億"
"""Every character of a formal number."""


def formal_number(text: str) -> int | None:
    """The value of a number in capitals (壹拾贰亿叁仟肆佰伍拾陆万), or None where it is malformed.

    支付结算办法: ten is 壹拾, never a bare 拾; a skipped place needs 零.
    """
    return _number(text, _FORMAL, bare_ten=False)


def plain_number(text: str) -> int | None:
    """The value of a number in everyday characters (一千二百, 十二), or None where malformed."""
    return _number(text, _PLAIN, bare_ten=True)


def _number(text: str, digits: dict[str, int], *, bare_ten: bool) -> int | None:
    text = text.replace("萬", "万").replace("億", "亿")
    if text in ("零", "〇"):
        return 0
    high, hundred_millions, low = text.rpartition("亿")
    if not hundred_millions:
        return _below_hundred_million(text, digits, bare_ten=bare_ten)
    upper = _below_hundred_million(high, digits, bare_ten=bare_ten)
    if not upper:
        return None
    if not low:
        return upper * 10**8
    lower = _below_hundred_million(low, digits, bare_ten=bare_ten, after_gap=True)
    if not lower or (lower < 10**7 and low[0] not in "零〇"):
        return None
    return upper * 10**8 + lower


def _below_hundred_million(
    text: str, digits: dict[str, int], *, bare_ten: bool, after_gap: bool = False
) -> int | None:
    high, ten_thousands, low = text.partition("万")
    if not ten_thousands:
        return _section(text, digits, bare_ten=bare_ten, after_gap=after_gap)
    upper = _section(high, digits, bare_ten=bare_ten, after_gap=after_gap)
    if not upper:
        return None
    if not low:
        return upper * 10**4
    lower = _section(low, digits, bare_ten=False, after_gap=True)
    # 壹万伍佰 says 10500 to one reader and lacks 零 to another: it is no proof of either.
    if not lower or (lower < 1000 and low[0] not in "零〇"):
        return None
    return upper * 10**4 + lower


def _section(
    text: str, digits: dict[str, int], *, bare_ten: bool, after_gap: bool = False
) -> int | None:
    """A number under 10000; every skipped place inside it must be marked by one 零."""
    if bare_ten and re.fullmatch(r"十.?", text):
        text = "一" + text
    total, last, position, gap = 0, 4, 0, False
    if after_gap and text[:1] in ("零", "〇"):
        gap, position = True, 1
    while position < len(text):
        digit = digits.get(text[position])
        if digit is None:
            return None
        if digit == 0:
            if gap or position + 1 == len(text) or position == 0:
                return None
            gap, position = True, position + 1
            continue
        place = _PLACES.get(text[position + 1]) if position + 1 < len(text) else None
        position += 1 if place is None else 2
        place = place or 0
        if place >= last or (total and place < last - 1 and not gap):
            return None
        total, last, gap = total + digit * 10**place, place, False
    return total or None
