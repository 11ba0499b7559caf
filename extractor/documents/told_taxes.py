"""What the sentences of a tax office's letter tell: 2025年度缴纳增值税100万元、印花税3,000.00元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extractor.documents.prose import Mention, mentions
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubts_of, stated
from extractor.values import amounts, months, texts
from models.document import Document
from models.extraction import Amount, Day, Field, Period, Rows, Scalar, Value

_MONEY = r"[¥￥]?-?\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|元)|[¥￥]-?\d[\d,]*\.\d{2}(?!\d)"
_LEADS_TO = (
    r"(?:总额|金额|税额|合计|共计|总计|人民币|大写|小写|[为计共约:,()]"
    r"|[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正])*"
)
"""What may stand between the words for what was paid and the figures, a sum in capitals too."""
_PAID = r"(?<!应)(?<!未)(?<!欠)(?:缴纳|实缴|入库|已缴|缴税|纳税(?!人)|上缴|实现(?=税))"
_ALL = r"(?:合计|共计|总计|总额|累计)"
_TOTAL = re.compile(
    rf"(?:{_PAID}(?P<what>[^\d。;,]{{0,20}}?)(?:{_ALL}|税款|税费|税金|税收|税额|(?<=纳税))"
    rf"|{_ALL}{_PAID}[^\d。;,]{{0,8}}?)"
    rf"{_LEADS_TO}(?P<amount>{_MONEY})"
)
"""How a letter states what was paid in all."""
_ONE_TAX = re.compile(
    r"(?:增值|所得|建设|城建|印花|房产|使用|消费|车船|资源|保护|契|个)税|附加|保险费"
)
_NOT_PAID = re.compile(
    r"应[纳缴交补]|欠|减免|免[征抵税]|退[税库还]|留抵|抵[扣减]|未[缴入]|预计|缓缴|返还|分别"
    r"|滞纳金|罚款|其他单位"
)
"""In the words before an amount: it was not paid, or it is no tax."""
_NEAR = 12
"""Letters before a tax that say what became of it."""
_OF_A_TAX = (
    r"(?P<tax>(?:代扣代缴)?(?:{names})(?:及附加(?:税费?)?)?)(?:\([^()\d]{{1,12}}\))?"
    r"(?:税款|税额|金额|入库|实缴|缴纳|已缴|人民币|共计|合计|计|为|:)*(?P<amount>{money})"
)
_TO = r"(?:起|开始|份)?(?:至|到|[-—–~])"
_PERIOD = re.compile(
    rf"20\d{{2}}年\d{{1,2}}月\d{{1,2}}日{_TO}(?:20\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日"
    rf"|20\d{{2}}年\d{{1,2}}月?{_TO}(?:20\d{{2}}年)?\d{{1,2}}月(?!\d)"
    r"|20\d{2}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}[至到—–~]20\d{2}(?P=mark)\d{1,2}(?P=mark)\d{1,2}"
    rf"|(?P<first>20\d{{2}})年?度?{_TO}(?P<last>20\d{{2}})年度?(?!\d)"
    r"|20\d{2}年(?:度|全年)?(?![\d初底末前后以])"
)
"""The periods that sentences name; the last before an amount is the amount's."""
_NO_PERIOD = "“{}”的所属时期未在文中写明"
_NOT_BY_TAX = "文中只写明缴税总额，未分税种"
_NOT_ALL = "文中所列各税种之和不等于合计，可能只列出部分税种"


def totals_told(document: Document) -> tuple[Mention, ...]:
    """The sums that sentences state as paid in all, each once; sums of a part are left out."""
    told: dict[Decimal | None, Mention] = {}
    for each in mentions(document, _TOTAL):
        what = each.clause_before[-_NEAR:] + (each.found["what"] or "")
        of_a_part = bool(told) and "其中" in each.sentence_before
        if not (of_a_part or _NOT_PAID.search(what) or _ONE_TAX.search(what)):
            told.setdefault(_sum((each,)), each)
    return tuple(told.values())


def items_told(document: Document, taxes: Sequence[str]) -> Field:
    """The taxes that sentences name with their amounts; the whole sum where they name none."""
    pattern = re.compile(_OF_A_TAX.format(names="|".join(taxes), money=_MONEY))
    named = [
        each
        for each in mentions(document, pattern)
        if not _NOT_PAID.search(each.clause_before[-_NEAR:])
    ]
    told = totals_told(document)
    doubts: list[str] = []
    records = [_record(each, doubts) for each in named or told]
    if not named:
        doubts.append(_NOT_BY_TAX)
    elif told and _sum(named) != _sum(told):
        doubts.append(_NOT_ALL)
    return stated(
        "tax_certificate.items",
        "完税项目",
        "rows",
        Rows(records=tuple(records)) if records else None,
        tuple(each.passage("amount").evidence for each in named or told),
        tuple(dict.fromkeys(doubts)),
    )


def _record(mention: Mention, doubts: list[str]) -> dict[str, Scalar | None]:
    """One tax as a row; what is weak in it is a doubt about the whole."""
    tax: Passage | None = mention.passage("tax") if "tax" in mention.found.groupdict() else None
    name = None if tax is None else texts.parse(tax.text)
    money = mention.passage("amount")
    amount, period = amounts.parse(money.text), _period_before(mention)
    if amount is not None:
        doubts.extend(doubts_of(money, "amount", amount, amounts.parse))
    if tax is not None and name is not None:
        doubts.extend(doubts_of(tax, "text", name, texts.parse))
    if period is None:
        doubts.append(_NO_PERIOD.format("税款" if name is None else name.value))
    return {
        "tax": name,
        "period_start": None if period is None else Day(value=period.start),
        "period_end": None if period is None else Day(value=period.end),
        "paid_on": None,
        "amount": amount,
    }


def _period_before(mention: Mention) -> Period | None:
    """The period that the text names last before the amount."""
    before = mention.characters.text[: mention.found.start()]
    found = list(_PERIOD.finditer(before))
    if not found:
        return None
    last = found[-1]
    if last["first"]:
        first, end = int(last["first"]), int(last["last"])
        return Period(start=date(first, 1, 1), end=date(end, 12, 31)) if first <= end else None
    return months.parse_period(last[0])


def _sum(mentioned: Sequence[Mention]) -> Decimal | None:
    read: list[Value | None] = [amounts.parse(each.passage("amount").text) for each in mentioned]
    known = [each.value for each in read if isinstance(each, Amount)]
    return sum(known, Decimal(0)) if len(known) == len(read) else None
