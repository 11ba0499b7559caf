"""Sums of money in figures: 1,234.56 · 12.5万元 · (1,234.00) · USD 1,000,000.00."""

import re
from decimal import Decimal

from extractor.values.confusions import as_digits, as_separators
from extractor.values.texts import compact
from models.extraction import Amount

UNITS: dict[str, Decimal] = {
    "元": Decimal(1),
    "百元": Decimal(100),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "千万元": Decimal(10_000_000),
    "亿元": Decimal(100_000_000),
}
"""Every unit a statement is drawn up in, in 元."""

_CURRENCIES = {
    **dict.fromkeys(("人民币", "RMB", "CNY", "¥", "CN¥"), "CNY"),
    **dict.fromkeys(("美元", "美金", "USD", "US$", "$"), "USD"),
    **dict.fromkeys(("港元", "港币", "HKD", "HK$"), "HKD"),
    **dict.fromkeys(("欧元", "EUR", "€"), "EUR"),
    **dict.fromkeys(("日元", "JPY", "JP¥"), "JPY"),
    **dict.fromkeys(("英镑", "GBP", "£"), "GBP"),
    **dict.fromkeys(("新台币", "TWD", "NT$"), "TWD"),
    **dict.fromkeys(("新加坡元", "SGD"), "SGD"),
}
_CURRENCY = "|".join(re.escape(name) for name in sorted(_CURRENCIES, key=len, reverse=True))
_MINUS = "-−–—‐‑"
_AMOUNT = re.compile(
    rf"[:：]?(?P<open>\()?(?P<minus>[{_MINUS}]|负)?"
    rf"(?P<before>\(?(?:{_CURRENCY})\)?)*(?P<inner>[{_MINUS}])?"
    r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0)(?P<decimals>\.\d+)?"
    r"(?P<unit>百万|千万|万|千|百|亿)?"
    rf"(?P<after>(?:\(?(?:{_CURRENCY})\)?|圆|元|整|正)*)(?P<close>\))?[。;；]?"
)
_DECIMALS_OF_YUAN = len(".00")
_APART = re.compile(r"\d\s+\d")
"""A gap between digits: two numbers side by side as likely as one."""
_EMPTY = re.compile(rf"[{_MINUS}_/一]*|无")
_REMARK = re.compile(
    r"\((?:(?![^()]*[约估暂余])[^()\d]*|(?:其中|含|包含|包括|占)[^()]*)\)[。;；]?$"
)
"""What a cell says of its sum behind it: （审定数）, （其中财政资金100）; its figures are parts."""
_UNIT_NAMES = r"(百万元|千万元|百元|千元|万元|亿元|元)"
_UNIT_LINE = re.compile(
    rf"(?:金额)?(?:货币)?(?:计量)?单位[:：]?均?为?\(?(?:人民币|RMB)?\)?[:：/]?\(?{_UNIT_NAMES}"
)
_UNIT_IN_BRACKETS = re.compile(rf"\((?:单位[:：]?)?(?:人民币)?{_UNIT_NAMES}\)[。;；]?")
_UNIT_ALONE = re.compile(rf"\(?人民币[:：]?{_UNIT_NAMES}\)?")
"""How some firms print it over a statement's column: 人民币千元."""


def parse(text: str, unit: str = "元") -> Amount | None:
    """The sum that fills the whole text, or None; a unit in the text wins over the given one.

    Args:
        text: what was read.
        unit: the unit of the table or the caption, one of ``UNITS``.
    """
    if _APART.search(text):
        return None
    plain = as_separators(as_digits(compact(text)))
    found = _AMOUNT.fullmatch(plain)
    if found is None or (found["open"] is None) != (found["close"] is None):
        return None
    if found["minus"] and found["inner"]:
        return None
    named = set(re.findall(_CURRENCY, plain))
    currencies = {_CURRENCIES[name] for name in named} or {"CNY"}
    if len(currencies) > 1:
        return None
    own = found["unit"]
    if own is None and re.search("[圆元]", found["after"]):
        unit = "元"
    elif own is not None:
        unit = f"{own}元"
    return _scaled(found, unit, currencies.pop())


def parse_remarked(text: str, unit: str = "元") -> Amount | None:
    """The sum that fills the text but for a remark in brackets behind it, which may name the unit.

    A dash or 无 means 0.00; nothing at all is None.
    """
    plain = compact(text)
    if plain and _EMPTY.fullmatch(plain):
        return parse_cell(text, unit)
    read = parse(text, unit)
    remark = _REMARK.search(plain)
    if read is not None or remark is None or _APART.search(text):
        return read
    named = _UNIT_IN_BRACKETS.fullmatch(remark[0])
    return parse(plain[: remark.start()], unit if named is None else named[1])


def _scaled(found: re.Match[str], unit: str, currency: str) -> Amount | None:
    factor = UNITS[unit]
    decimals = found["decimals"] or ""
    if factor == 1 and len(decimals) > _DECIMALS_OF_YUAN:
        return None
    value = Decimal(found["whole"].replace(",", "") + decimals) * factor
    negative = bool(found["open"] or found["minus"] or found["inner"])
    step = factor.scaleb(-max(0, len(decimals) - 1))
    return Amount(value=-value if negative else value, currency=currency, step=step, unit=unit)


def parse_cell(text: str, unit: str = "元") -> Amount | None:
    """The sum in a cell of a ruled form, where nothing, a dash or a stroke means 0.00.

    The zero of a cell in which nothing was read has the step 0: nobody wrote it.
    """
    plain = compact(text)
    if _EMPTY.fullmatch(plain):
        step = UNITS[unit].scaleb(-2) if plain else Decimal(0)
        return Amount(value=Decimal("0.00"), step=step, unit=unit)
    return parse(text, unit)


def nothing_written(amount: Amount) -> bool:
    """Whether the amount is the zero of an empty cell."""
    return amount.value == 0 and amount.step == 0


def parse_unit(text: str) -> str | None:
    """The one unit that a line such as 金额单位：人民币万元 names, or None."""
    plain = compact(text)
    alone = _UNIT_ALONE.fullmatch(plain)
    if alone is not None:
        return alone[1]
    units = {found[1] for found in _UNIT_LINE.finditer(plain)}
    return units.pop() if len(units) == 1 else None


def currency_of(name: str) -> str:
    """The ISO code of a currency by any of its written names; KeyError for unknown ones."""
    return _CURRENCIES[name]
