"""How many entries each section of a 信用中国 report has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from extractor.documents.kind import Parser
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of, split_at_gaps
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import judged, stated
from extractor.values import counts
from extractor.values.texts import compact
from models.document import Document, Page, TextLine
from models.extraction import Count, Field

_SECTIONS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "penalties": ("行政处罚", re.compile(r"行政处罚(?:信息)?")),
    "dishonest": (
        "严重失信主体名单",
        re.compile(
            r"(?:列入)?严重(?:违法)?失信(?:主体|企业)?(?:名单)?(?:\(黑名单\))?(?:信息)?(?!行为|惩戒)"
        ),
    ),
    "judgment_debtor": ("失信被执行人", re.compile(r"失信被执行人(?:名单)?(?:信息)?")),
    "abnormal": (
        "经营异常",
        re.compile(r"(?:列入)?经营(?:\(活动\))?异常(?:名录)?(?:\(状态\))?(?:信息)?(?:名单)?"),
    ),
}
_NOTHING = re.compile(
    r"查询期内无相关信息|暂无(?:相关)?(?:信息|记录|数据)?|^[:：]?无。?$|无相关(?:信息|记录)|无记录"
    r"|没有找到[^。]{0,40}(?:数据|结果|记录|信息)"
    r"|^[:：]?未(?:查询|查|检索)到[^。]{0,8}(?:信息|记录|数据)?。?$|^[:：]?未被?列入。?$"
)
_PAIR = r"[一-龥()]{2,14}[:(]?\d{1,4}(?:条|项|次|个)?\)?"
_COURTS = re.compile(r"失信被执行人|执行信息公开网")
_NOT_FOUND = re.compile(r"在[^。]{0,8}范围内没有找到")
_COUNTED = re.compile(
    r"(?:记录|情况|数量|条数)?[:(]?(?:共计?|查询到|有)*(\d{1,4})(?:条|项|次|个)?(?:记录|信息)?\)?"
    rf"(?:{_PAIR})*"
)
"""What stands behind the title: its count, and other titles with theirs. A number further on is
another one's, or that of a page."""
_COUNTED_AHEAD = re.compile(r"(?:共有?|查询到|存在)(\d{1,4})(?:条|项|次|个)$")
"""The count before its title: 共查询到2条行政处罚信息."""
_BEFORE = re.compile(rf"[(（]?[一二三四五六七八九十\d]{{0,3}}[)）]?[、.．]?.{{0,3}}|(?:{_PAIR})+")
"""What may stand before it: the number of the section, or other titles with their counts."""
_TOLD_BELOW = re.compile(r"共计?(\d{1,4})(?:条|项)(?:记录|信息)?。?")
_BARE_COUNT = re.compile(r"(\d{1,4})(?:条|项|次|个)?")
_UNDER = 3.0
"""How far a count stands under its title at most, in heights of the title."""


def counts_of(document: Document) -> dict[str, Field]:
    """The count of each section, by the field's name."""
    return {name: _count(document, name) for name in _SECTIONS}


def _count(document: Document, name: str) -> Field:
    """How many entries a section has: its printed count, or none where it says so."""
    label, title = _SECTIONS[name]
    key = f"credit_report.{name}"
    read: list[tuple[int, Passage]] = []
    for page in document.pages:
        rows = () if _is_contents(page) else rows_on(page)
        for number, row in enumerate(rows):
            found = _count_in_row(title, Characters.of(row).text)
            passage = passage_of(page, row)
            if found is None and number + 1 < len(rows) and _heads(title, Characters.of(row).text):
                below = Characters.of(rows[number + 1]).text
                told = _TOLD_BELOW.fullmatch(below)
                if told is not None or _NOTHING.search(below):
                    found = 0 if told is None else int(told[1])
                    passage = passage_of(page, rows[number + 1])
            if found is not None and passage is not None:
                read.append((found, passage))
        read.extend(_counts_under(page, title))
    read.extend(_counts_in_tables(document, title))
    if name == "judgment_debtor":
        read.extend(_none_on_the_courts_website(document))
    if not read:
        return Field(key=key, label=label, kind="count")
    values = {value for value, _ in read}
    # A cover table and the section itself may both state it: where they differ neither is sure.
    doubts = ("同一报告中该项数量前后不一致",) if len(values) > 1 else ()
    judgements = [judged(key, label, "count", passage, _always(value)) for value, passage in read]
    first = next(
        field for field, (value, _) in zip(judgements, read, strict=True) if value == max(values)
    )
    weak = () if any(field.status == "sure" for field in judgements) else first.doubts
    return stated(key, label, "count", first.value, first.evidence, (*doubts, *weak))


def _none_on_the_courts_website(document: Document) -> Iterator[tuple[int, Passage]]:
    """Its answer to a search for debtors: 在全国范围内没有找到 … 相关的结果."""
    for page in document.pages:
        rows = rows_on(page)
        if not any(_COURTS.search(Characters.of(row).text) for row in rows):
            continue
        for row in rows:
            if _NOT_FOUND.search(Characters.of(row).text):
                yield 0, passage_of(page, row)


def _is_contents(page: Page) -> bool:
    """Whether it lists the sections with their pages, whose numbers count nothing."""
    return any(compact(line.text) == "目录" for line in page.lines)


def _always(value: int) -> Parser:
    return lambda text: Count(value=value)


def _heads(title: re.Pattern[str], text: str) -> bool:
    """Whether the row is the section's heading: enumeration, the title, nothing else."""
    bare = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?", "", text).strip(
        "【】[]〔〕■●◆·•:"
    )
    return title.fullmatch(bare) is not None


def _count_in_row(title: re.Pattern[str], text: str) -> int | None:
    """The count that stands behind the title on its row."""
    found = title.search(text)
    if found is None:
        return None
    ahead = _COUNTED_AHEAD.search(text[: found.start()])
    if ahead is not None:
        return int(ahead[1])
    if not _BEFORE.fullmatch(text[: found.start()]):
        return None
    rest = text[found.end() :]
    if _NOTHING.search(rest):
        return 0
    counted = _COUNTED.fullmatch(rest)
    return None if counted is None else int(counted[1])


def _counts_in_tables(document: Document, title: re.Pattern[str]) -> list[tuple[int, Passage]]:
    """Counts in an overview table: the cell right of the title, or the cell below it."""
    read = []
    for page in document.pages:
        for table in page.tables:
            for cell in table.cells:
                if not title.fullmatch(compact(cell.text)):
                    continue
                for other in (table.right_of(cell), table.below(cell)):
                    count = None if other is None else counts.parse(other.text)
                    if other is not None and count is not None:
                        read.append((count.value, Passage(page, other.lines, other.box)))
                        break
    return read


def _counts_under(page: Page, title: re.Pattern[str]) -> Iterator[tuple[int, Passage]]:
    """Counts that stand right under their title, as on the tabs of the website."""
    parts = [[part for line in row for part in split_at_gaps(line)] for row in rows_on(page)]
    for row, following in pairwise(parts):
        # A title alone on its row heads a section; what stands under it is no count.
        for head in row if len(row) > 1 else ():
            if not title.fullmatch(Characters.of((head,)).text):
                continue
            for part in following:
                found = _BARE_COUNT.fullmatch(Characters.of((part,)).text)
                if found is not None and _stands_under(part, head):
                    yield int(found[1]), passage_of(page, (part,))


def _stands_under(line: TextLine, head: TextLine) -> bool:
    inside = head.box.left <= line.box.centre[0] <= head.box.right
    return inside and line.box.top - head.box.bottom <= _UNDER * head.box.height
