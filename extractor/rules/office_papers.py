"""Pages on which the recommending office speaks: its opinion of a unit, its letter to the province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from extractor.values import names
from extractor.values.texts import compact
from models.document import DocumentKind, Page, Seal
from models.extraction import PageKind

OPINION = re.compile(
    r"[^。,;]{0,30}(?:推荐意见|推荐函|核查意见|核查情况(?:说明|表|报告)?|核查证明|核查结果)[:：]?"
)
LETTER = re.compile(r"[^。,;]{0,40}推荐(?:函|报告)[:：]?")
_OFFICE = re.compile(
    r"经济和信息化局|经信局|经信委|科技和经济信息化|信息化局|行政审批局|市场监督管理局|"
    r"管委会|管理委员会|人民政府|经济发展局|发展和改革局|科技创新[^,。;]{0,10}局|科经局"
)
_SEALS_OF_OFFICES = re.compile(
    r"局|厅|委员会|管委会|人民政府|办公室|经济和信息化|经信|科技创新|大数据中心"
)
CHECKED = re.compile(r"核查|核实|查询|审核|违法|违规|失信|信用")
_OTHERS_PAPERS: tuple[DocumentKind, ...] = (
    *("credit_report", "rd_report", "commitment", "audit_report"),
)
_NEARLY = 90
"""Of 100: a name of ten letters of which one was misread."""


def opinions(seen: Iterable[PageKind]) -> Iterator[tuple[Page, str]]:
    """The pages of an office that are headed as its opinion, with their words."""
    return _headed(seen, OPINION)


def letters(seen: Iterable[PageKind]) -> Iterator[tuple[Page, str]]:
    """The pages of an office that are headed as its letter of recommendation, with their words."""
    return _headed(seen, LETTER)


def _headed(seen: Iterable[PageKind], heading: re.Pattern[str]) -> Iterator[tuple[Page, str]]:
    for each in seen:
        page = each.page
        if page.source == "word" or each.kind in _OTHERS_PAPERS:
            continue
        headed = any(heading.fullmatch(compact(line.text)) for line in page.lines)
        words = compact(page.text)
        if headed and _OFFICE.search(words):
            yield page, words


def sealed_by_office(seals: Iterable[Seal]) -> bool | None:
    """Whether an office's seal is among them; None where one could not be read."""
    every = tuple(seals)
    if any(_SEALS_OF_OFFICES.search(seal.text) for seal in every):
        return True
    return None if any(not seal.certain or not seal.text for seal in every) else False


def names_unit(words: str, unit: str) -> bool:
    """Whether the words name the unit, one letter in ten read otherwise."""
    wanted, text = names.normalise(unit), names.normalise(words)
    return wanted in text or fuzz.partial_ratio(wanted, text) >= _NEARLY


def pages_named(pages: Iterable[Page]) -> str:
    """第 3、4 页."""
    return f"第 {'、'.join(str(page.number) for page in pages)} 页"
