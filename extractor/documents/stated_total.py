"""The total of a model's cost as the sentences of an audit report state it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from extractor.documents.prose import Mention, mentions
from extractor.layout.passage import Passage
from extractor.values import amounts
from extractor.values.texts import compact
from models.document import Document

_MONEY = r"[¥￥]-?\d[\d,]*\.\d{2}(?!\d|万)|-?\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元"
_SAID = re.compile(
    r"(?:研发|研究开发|开发)(?:成本|费用|投入|支出)"
    rf"(?P<between>[^。\d]{{0,40}}?)(?:人民币)?(?P<amount>{_MONEY})"
)
_NOT_FOUND = re.compile(
    r"预算|概算|计划|预计|拟投|不低于|不少于|不超过|批复|账面|调整前|核[减增]|申报数|申报金额"
    r"|补助|补贴|拨款|拨付|加计|扣除|减免|增长|增加|减少|下降|上年|上期|去年|以前年度"
)
"""In the clause: the amount is not what the auditors found the year's cost to be."""
_SINCE_THE_START = re.compile(r"截[至止].*累计|累计.*截[至止]|(?:立项|启动|开始)以来|自.*起?累计")
_OF_THE_MODEL = re.compile(r"模型|项目|平台|系统")
_YEAR = re.compile(r"(20\d{2})年")
_SINCE = re.compile(r"(20\d{2})年[\d年月日]*(?:起?(?:至|到)|[-—–~～])")
"""The year in which a period begins that ends in another."""


def totals_said(document: Document, years: Collection[int]) -> tuple[Passage, ...]:
    """The totals that sentences state of the audited years, one passage an amount.

    Those of the model come before those of the whole company. Budgets, other years and costs
    since the beginning are left out.
    """
    found: dict[str, Passage] = {}
    told = list(_told(document, years))
    for of_the_model in (True, False):
        for each in told:
            if (_OF_THE_MODEL.search(_words(each)) is not None) is of_the_model:
                passage = each.passage("amount")
                found.setdefault(_plain(passage), passage)
    return tuple(found.values())


def _told(document: Document, years: Collection[int]) -> Iterator[Mention]:
    for each in mentions(document, _SAID):
        words = _words(each)
        runs_on = each.found.end() > each.paragraph[1]
        if not (
            runs_on
            or _NOT_FOUND.search(words)
            or _SINCE_THE_START.search(words)
            or _of_other_years(each, years)
        ):
            yield each


def _words(mention: Mention) -> str:
    """What stands before the amount in its clause."""
    return mention.clause_before + mention.found[0][: -len(mention.found["amount"])]


def _of_other_years(mention: Mention, years: Collection[int]) -> bool:
    """Whether the year that is named last before the amount, or a beginning, is another one."""
    if not years:
        return False
    begun = _SINCE.findall(mention.clause_before)
    named = _YEAR.findall(mention.sentence_before)
    return any(int(year) not in years for year in (*begun, *named[-1:]))


def _plain(passage: Passage) -> str:
    amount = amounts.parse(passage.text)
    return compact(passage.text) if amount is None else str(amount.value.normalize())
