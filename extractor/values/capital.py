"""Registered capital as licences print it: 陆佰万圆整 · 1000万元人民币 · 100万美元."""

import re
from decimal import Decimal

from extractor.values import amounts, capitals
from extractor.values.numerals import plain_number
from extractor.values.texts import compact
from models.extraction import Amount

_IN_WORDS = re.compile(
    r"(?P<before>人民币|美元|港元|港币|欧元|日元)?"
    r"(?P<number>[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)"
    r"(?P<after>(?:圆|元|整|正|人民币|美元|美金|港元|港币|欧元|日元)*)"
)
_COMPOUND = re.compile(r"(?P<upper>\d+)亿零?(?P<lower>\d+(?:\.\d+)?)万(?P<rest>.*)")
_FOREIGN = re.compile("美元|美金|港元|港币|欧元|日元")


def parse(text: str) -> Amount | None:
    """The capital with its currency, or None; *** and other fillers are None."""
    plain = re.sub(r"^[(]?人民币[)]?", "人民币", compact(text)).strip(":：。;；")
    plain = re.sub(r"[(](人民币|美元|港元|欧元|日元)[)]$", r"\1", plain)
    compound = _COMPOUND.fullmatch(plain.removeprefix("人民币"))
    if compound:
        return _compound(compound)
    in_figures = amounts.parse(plain)
    if in_figures is not None:
        return in_figures
    in_words = _IN_WORDS.fullmatch(plain)
    return None if in_words is None else _in_words(in_words)


def _compound(found: re.Match[str]) -> Amount | None:
    lower = amounts.parse(f"{found['lower']}万{found['rest']}")
    if lower is None or lower.value >= 10**8:
        return None
    value = lower.value + Decimal(found["upper"]) * 10**8
    return lower.model_copy(update={"value": value})


def _in_words(found: re.Match[str]) -> Amount | None:
    foreign = {name for part in (found["before"], found["after"]) for name in _foreign(part)}
    currencies = {amounts.currency_of(name) for name in foreign}
    if len(currencies) > 1:
        return None
    number = found["number"]
    plain = plain_number(number)
    if plain is None:
        formal = capitals.parse(number + "元整")
        if formal is None:
            return None
        value = formal.value
    else:
        value = Decimal(plain)
    return Amount(value=value, currency=currencies.pop() if currencies else "CNY")


def _foreign(part: str | None) -> list[str]:
    return _FOREIGN.findall(part or "")
