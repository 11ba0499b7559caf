"""The total of a model's cost as the sentences of an audit report state it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from extractor.documents.prose import Mention, mentions
from extractor.documents.turned_table import KIND_OF_COST
from extractor.layout.passage import Passage
from extractor.values import amounts
from extractor.values.texts import compact
from models.document import Document

_MONEY = r"[¥￥]-?\d[\d,]*\.\d{2}(?!\d|万)|-?\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元"
_SAID = re.compile(
    r"(?:研发|研究开发|开发)(?:成本|费用|投入|支出)"
    rf"(?P<between>[^。\d]{{0,40}}?)(?:人民币)?(?P<amount>{_MONEY})"
)
_AUDITED = re.compile(
    r"(?:审定|审计确认|审核确认|核定)的?(?P<between>(?:金额|总额|数额?|额)(?:合计|共计)?)(?:为|是|[:：])?(?:人民币)?"
    rf"(?P<amount>{_MONEY})"
)
"""What the auditors made of the booked sum, named without the words for the cost: 审定数为…元."""
_OF_A_YEAR = re.compile(
    r"其中[:：,]?(?:(?:20\d{2}年度?|本年度?|本期|当年)(?P<between>[^。;,\d]{0,12}?)(?:发生|投入|支出|列支)"
    rf"额?(?:为|[:：])?(?:人民币)?(?P<amount>{_MONEY}))"
)
"""What fell into a year of the costs since the beginning."""
_OF_DEVELOPING = re.compile(r"研发|研究开发|开发成本")
_NOT_FOUND = re.compile(
    r"预算|概算|计划|预计|拟投|不低于|不少于|不超过|批复|账面|调整前|核[减增]|申报数|申报金额"
    r"|补助|补贴|拨款|拨付|加计|扣除|减免|增长|增加|减少|下降|上年|上期|去年|以前年度"
)
"""In the clause: the amount is not what the auditors found the year's cost to be."""
_SINCE_THE_START = re.compile(r"截[至止].*累计|累计.*截[至止]|(?:立项|启动|开始)以来|自.*起?累计")
_ALL_TOGETHER = re.compile(r"合计|共计|总计|总额|总投入|总共")
_ALL_YEARS = re.compile(r"累计(?!.*20\d{2}年)")
_UP_TO = re.compile(r"截[至止]|以来")
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
    for pattern in (_SAID, _AUDITED, _OF_A_YEAR):
        for each in mentions(document, pattern):
            named = pattern is _SAID or _OF_DEVELOPING.search(each.sentence_before)
            runs_on = each.found.end() > each.paragraph[1]
            if named and not runs_on and not _of_something_else(each, years):
                yield each


def _of_something_else(mention: Mention, years: Collection[int]) -> bool:
    """Whether the amount is not what the auditors found the audited years' cost to be."""
    words = _words(mention)
    since = _ALL_YEARS.search(words) and _UP_TO.search(mention.sentence_before)
    return bool(
        since
        or _of_one_kind(mention.found["between"])
        or _NOT_FOUND.search(words)
        or _SINCE_THE_START.search(words)
        or _of_other_years(mention, years)
    )


def _of_one_kind(between: str) -> bool:
    """Whether the amount is one kind's: 研发投入包括人员人工费用…元; not 人员、材料等合计…元."""
    *_, last = KIND_OF_COST.split(between)
    return last != between and _ALL_TOGETHER.search(last) is None


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
