"""What the words of a contract say of its sum, for rules that look at sales and purchases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.rules.rule import Words
from extractor.values import amounts, capitals
from models.extraction import Amount

_CAPTION = (
    r"(?:合同(?:总)?(?:金额|价款?|价格|总额|总价)|(?:服务|开发|技术|项目)(?:总)?(?:费用?|价款)(?:总额)?|"
    r"总(?:金额|价款?|费用)|价税合计|含税(?:总)?价|合计金额)"
)
_FIGURES = r"(?P<sum>\d[\d,]*(?:\.\d+)?(?:亿|万)?元)"
_CAPITALS = r"(?P<words>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正貮弍]{3,40})"
SUM = re.compile(rf"{_CAPTION}[^。;\d]{{0,24}}?[¥￥]?{_FIGURES}")
TWICE = re.compile(
    rf"{_FIGURES}[^。;\d零壹贰叁肆伍陆柒捌玖]{{0,14}}大写[^。;\d零壹贰叁肆伍陆柒捌玖]{{0,8}}{_CAPITALS}"
)


def contract_sum(words: Words) -> Amount | None:
    """The contract's own sum; None where none or several unlike ones stand under its captions."""
    found = {found["sum"] for page in words.pages for found in SUM.finditer(page)}
    read = {each.value: each for text in found if (each := amounts.parse(text)) is not None}
    return next(iter(read.values())) if len(read) == 1 else None


def sums_in_words_too(words: Words) -> Iterator[tuple[str, Amount, Amount]]:
    """Each sum that is written both ways: the words found, the figures, the capitals."""
    for page in words.pages:
        for found in TWICE.finditer(page):
            figures, spelt = amounts.parse(found["sum"]), capitals.parse(found["words"])
            if figures is not None and spelt is not None:
                yield found[0], figures, spelt
