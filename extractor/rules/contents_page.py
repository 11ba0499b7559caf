"""The bundle's contents page: which parts it lists, and the page it gives for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.rules.printed_rows import apart, printed_rows
from extractor.values.texts import compact
from models.document import DocumentKind, Page, TextLine
from models.extraction import PageKind

Part = Literal["unit_table", "model_table"] | DocumentKind
"""What an entry is about: a paper, or one of the form's two tables."""

PARTS: dict[Part, re.Pattern[str]] = {
    "unit_table": re.compile("单位基本情况"),
    "business_licence": re.compile("营业执照|事业单位法人证书"),
    "tax_certificate": re.compile("纳税(?:情况)?证明|完税证明|完税凭证"),
    "audit_report": re.compile("(?<!专项)审计报告"),
    "model_table": re.compile("模型基本情况"),
    "special_audit_report": re.compile("专项审计"),
    "a100000": re.compile("纳税申报(?:主)?表|汇算清缴"),
    "rd_report": re.compile("研发(?:情况)?报告"),
    "credit_report": re.compile("信用中国|信用报告|信用信息报告|违法违规"),
    "commitment": re.compile("承诺[书函]"),
}
"""The parts that the notice has listed, by words that no other part's title has."""

FEWEST = 3
"""Parts named on one page that make it a contents page: a report's own contents name fewer."""
_HEADING = re.compile(r".{0,8}目[录次]")
_CONTINUED = 2
"""Parts named on the page behind it, with their pages, that make that page its second half."""
_ORDERS = "添加页码"
"""The template's own list says 按照以下顺序排列，添加页码、编制目录 and is no contents page."""
_NUMBERING = re.compile(
    r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|第?[一二三四五六七八九十]+[章节部]"
)
_LEADER = r".…·⋯‥。・•_\-—–"
_NUMBER = re.compile(
    rf"(?P<title>|.*(?:[{_LEADER}]|[一-龥)）》」”]))(?:第|[Pp]\.?)?(?P<number>\d{{1,3}})(?:[-—~～至]\d{{1,3}})?页?"
)
_SURE = 0.97
"""Of a figure: where it contradicts what is printed elsewhere, the paper does so."""
_SAME_ROW = 0.6
"""Of a line's height: the middles of a title and its number lie no further apart."""
_WRAPPED = 2.0
"""Of a line's height: how far below the number of a title of two lines stands."""


@dataclass(frozen=True)
class Entry:
    """One part as the contents list it; ``number`` is None where no page was surely read."""

    part: Part
    number: int | None


@dataclass(frozen=True)
class Contents:
    """The contents page, and what it lists of the parts that the notice names."""

    page: Page
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Number:
    line: TextLine
    value: int | None


def contents_of(seen: Sequence[PageKind]) -> Contents | None:
    """The contents of the bundle: the first page that is headed so and lists parts of the notice."""
    pages = [each.page for each in seen if each.page.source != "word"]
    for place, page in enumerate(pages):
        if not _is_contents(page):
            continue
        entries = _entries(page)
        following = pages[place + 1] if place + 1 < len(pages) else None
        if following is not None and following.file == page.file:
            more = _entries(following)
            if sum(entry.number is not None for entry in more) >= _CONTINUED:
                entries += [entry for entry in more if entry.number is not None]
        listed = [entry.part for entry in entries]
        # Two entries of one part, members' licences say, leave open which is which.
        return Contents(page, tuple(each for each in entries if listed.count(each.part) == 1))
    return None


def parts_named(page: Page) -> frozenset[Part]:
    """The parts whose titles stand on the page, in whatever sentence."""
    return frozenset(part for line in page.lines if (part := _part_of(compact(line.text))))


def is_headed(page: Page) -> bool:
    """Whether a row of the page says 目录 and no more."""
    # Its two letters stand so far apart that they may be two lines of print.
    rows = ("".join(line.text for line in row) for row in printed_rows(page))
    return any(_HEADING.fullmatch(compact(row)) for row in rows)


def _is_contents(page: Page) -> bool:
    if _ORDERS in compact(page.text):
        return False
    named = len(parts_named(page))
    if is_headed(page):
        return named >= FEWEST
    # A heading that was not read: most of its lines then still give a page.
    return named > FEWEST and sum(entry.number is not None for entry in _entries(page)) > FEWEST


def _entries(page: Page) -> list[Entry]:
    numbers = [number for line in page.lines if (number := _number_of(line))]
    titles = [(line, _part_of(compact(line.text))) for line in page.lines]
    starts = [line for line, part in titles if part or _NUMBERING.match(compact(line.text))]
    return [
        Entry(part, _stated_for(line, numbers, [each for each in starts if each is not line]))
        for line, part in titles
        if part is not None
    ]


def _part_of(words: str) -> Part | None:
    """The one part that the words name; None for none or several."""
    named = [part for part, pattern in PARTS.items() if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def _number_of(line: TextLine) -> _Number | None:
    """The page at the end of a line; its value is None where a digit of it is not surely read."""
    found = _NUMBER.fullmatch(compact(line.text))
    if found is None:
        return None
    at = line.text.rfind(found["number"])
    own = line if at < 0 else line.part(at, at + len(found["number"]))
    doubted = line.source == "ocr" and (
        own.weakest < _SURE or own.second_text not in (None, own.text)
    )
    return _Number(line, None if doubted else int(found["number"]))


def _stated_for(
    title: TextLine, numbers: Sequence[_Number], others: Sequence[TextLine]
) -> int | None:
    """The number on the title's row, or the one beside its further line that no other title has."""
    right = [each for each in numbers if each.line is title or _is_right_of(each.line, title)]
    here = [each for each in right if apart(each.line, title) <= _SAME_ROW]
    if not here:
        here = [
            each
            for each in right
            if apart(each.line, title) <= _WRAPPED
            # What stands above is the end of the entry before.
            and each.line.box.centre[1] > title.box.centre[1]
            and not any(apart(each.line, other) <= _SAME_ROW for other in others)
        ]
    return here[0].value if len(here) == 1 else None


def _is_right_of(number: TextLine, title: TextLine) -> bool:
    return number.box.right > title.box.centre[0] and number.box.centre[0] > title.box.left
