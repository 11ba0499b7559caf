"""The total of a tax certificate: of its table, or as the sentences of a letter tell it."""

from __future__ import annotations

import re

from extractor.documents.kind import Parser
from extractor.documents.numbered_form import tables_on
from extractor.documents.prose import Mention
from extractor.documents.tax_items import tax_records, unit_of
from extractor.documents.told_taxes import totals_told
from extractor.layout.captions import Finder, beside, first_match, first_read, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted, judged
from extractor.values import amounts
from extractor.values.texts import compact
from models.document import Document
from models.extraction import Field, Value

_STOP = ("填票人", "备注", "妥善保管", "税务机关", "税务机关（盖章）", "查询验证码")
_PAID_IN = (
    r"(?:^|[。;,、])(?:(?!应[纳缴交补]|欠|减免|免[征抵]|退[税库还]|滞纳金|留抵|未[缴入])[^。;,])*?"
)
"""Before 合计: not the sum of what was due, paid back, remitted, owed or charged for being late."""
_NO_SUM_PAID = re.compile(r"(?:应[纳缴交补]|欠|减免|免[征抵]|退[税库还]|滞纳金|留抵)[^\d]{0,12}$")
"""Right before an amount: the same."""
_TOTAL_ROW = re.compile(r"^\d{0,3}(?:金额|税额)?(?:合计|总计)")
_MONEY = re.compile(r"-?\d[\d,]*\.\d{2}(?!\d)")
_MARKED = re.compile(r"[¥￥](-?[\d,]+\.\d{2})(?!\d)")
_ADDED_ACROSS = re.compile(r"(?:金额)?(?:合计|小计|总计)(?:金额)?(?:\((?:元|万元)\))?")
_SEVERAL_TOLD = "文中另有缴税合计 {}，未能确定以哪一处为准"
_SEVERAL_IN_ROW = "合计行有多个金额，未能确定以哪一列为准"


def total_amount(document: Document) -> Field:
    """The total; that of the last year, in doubt, where a letter tells those of several."""
    key, label = "tax_certificate.total_amount", "金额合计"
    told = totals_told(document)
    if len(told) > 1:
        latest = max(told, key=_last_year)
        others = [each.found["amount"] for each in told if each is not latest]
        field = judged(key, label, "amount", latest.passage("amount"), amounts.parse)
        return doubted(field, _SEVERAL_TOLD.format("、".join(others)))
    unit = unit_of(document)

    def parse(text: str) -> Value | None:
        return amounts.parse(text, unit)

    under = _under_the_amounts(document)
    if under is not None and parse(under.text) is not None:
        field = judged(key, label, "amount", under, parse)
        return doubted(field, _SEVERAL_IN_ROW) if _added_across(document, under) else field
    if told:
        return judged(key, label, "amount", told[0].passage("amount"), amounts.parse)
    passage = _printed(parse)(document)
    field = judged(key, label, "amount", passage, parse)
    several = passage is not None and len(_amounts_on_row_of(passage)) > 1
    return doubted(field, _SEVERAL_IN_ROW) if several else field


def _last_year(mention: Mention) -> str:
    """The year that is named last before the amount."""
    return max(re.findall(r"20\d{2}(?=年)", mention.sentence_before)[-1:], default="")


def _under_the_amounts(document: Document) -> Passage | None:
    """The last total in the column of the amounts that are listed."""
    totals = [
        each.cells["amount"] for each in tax_records(document) if _TOTAL_ROW.match(each.row_text)
    ]
    return next((cell for cell in reversed(totals) if cell.lines), None)


def _added_across(document: Document, total: Passage) -> bool:
    """Whether the row of totals has others, and a column that adds up the tax and what came to it.

    Where late fees have a column of their own, forms differ in which of the sums is the total.
    """
    middle = total.box.centre[1]
    added = any(
        _ADDED_ACROSS.fullmatch(compact(cell.text)) and cell.box.bottom < middle and cell.column
        for table in tables_on(total.page)
        for cell in table.cells
    )
    return added and len(_amounts_on_row_of(total)) > 1


def _printed(parse: Parser) -> Finder:
    """Beside the words that name it, or the last amount that is marked as money."""
    return first_read(
        parse,
        first_match(rf"{_PAID_IN}合计[^¥￥]{{0,60}}[¥￥](-?[\d,]+\.\d{{2}})(?!\d)"),
        beside("合计", "金额合计", "税额合计", stop=_STOP),
        first_match(rf"{_PAID_IN}合计[^\d-]{{0,20}}(-?[\d,]+\.\d{{2}})(?!\d)"),
        _last_with_a_yuan_sign,
    )


def _amounts_on_row_of(passage: Passage) -> set[str]:
    """The amounts that stand on the passage's row, which is one of a table."""
    middle = passage.box.centre[1]
    for row in rows_on(passage.page):
        here = any(line.box.top <= middle <= line.box.bottom for line in row)
        if here and _TOTAL_ROW.match(Characters.of(row).text):
            each = (Characters.of((line,)).text for line in row)
            return {number for text in each for number in _MONEY.findall(text)}
    return set()


def _last_with_a_yuan_sign(document: Document) -> Passage | None:
    """The last amount with ¥: on prints that mark every amount so, the total is the last."""
    found: Passage | None = None
    for page in document.pages:
        for row in rows_on(page):
            characters = Characters.of(row)
            for match in _MARKED.finditer(characters.text):
                if not _NO_SUM_PAID.search(characters.text[: match.start()]):
                    found = passage_of(page, characters.cut(*match.span(1)))
    return found
