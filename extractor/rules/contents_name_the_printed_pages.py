"""目录齐备，所列页码与实际一致.

An entry is wrong only where the page that it names is surely another paper's, or the middle of its
own. One such entry may be a misread figure on our side, and a difference that is the same throughout
another way of counting: both are put to the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.rules.citing import notice
from extractor.rules.contents_page import (
    FEWEST,
    Contents,
    Entry,
    Part,
    contents_of,
    is_headed,
    parts_named,
)
from extractor.rules.evidence_is_in_the_order_of_the_notice import ORDER
from extractor.rules.page_numbers import bound_volume, printed_numbers
from extractor.rules.parts import DOCUMENT_NAMES
from extractor.rules.rule import Rule
from extractor.values.texts import compact
from models.document import DocumentKind, Page
from models.extraction import DocumentSummary, PageKind
from models.finding import Disagreement, Outcome

BOUND = 5
"""Papers of the notice's list that, with the form, make a file the bound volume."""
_SURE_KIND = 0.7
"""Below it a page is called another's only because it follows it."""
_DIVIDER = 8
"""A page of fewer lines may be the leaf in front of a paper."""
_NOBODYS = ("application_form", "other")
"""Pages that are no report: a report's own contents are not the bundle's."""
_TABLES: dict[Part, str] = {"unit_table": "单位基本情况表", "model_table": "工业模型基本情况表"}


@dataclass(frozen=True)
class _Found:
    """An entry with the printed number of the page where its part begins."""

    entry: Entry
    begins: int
    right: bool


def check(seen: tuple[PageKind, ...], documents: tuple[DocumentSummary, ...]) -> Disagreement:
    """Missing without contents, failed where several of its pages are wrong and others right."""
    pages = bound_volume([each.page for each in seen])
    places = {(page.file, page.number) for page in pages}
    bound = {each.kind for each in documents if places & set(each.pages)}
    contents = contents_of(seen)
    if "application_form" not in bound or len(bound.intersection(ORDER)) < BOUND:
        return _said("材料未装订成一个文件，目录页码无从核对", "not_applicable")
    if contents is None:
        return _without(seen)
    where = f"目录（第 {contents.page.number} 页）"
    at = ((contents.page.file, contents.page.number),)
    numbers = printed_numbers(pages)
    if contents.page.file != pages[0].file:
        return _said("目录与材料不在同一个文件中，所列页码无从核对", "not_applicable", at)
    if not numbers:
        return _said(f"{where}已见；各页未读到连续页码，所列页码无从核对", "not_applicable", at)
    if all(entry.number is None for entry in contents.entries):
        return _said(f"{where}所列页码未能辨认，请核对原件", "unreadable", at)
    kinds = {(each.page.file, each.page.number): each for each in seen}
    volume = _Volume(tuple(pages), numbers, kinds, documents)
    found = [each for entry in contents.entries for each in volume.compared(entry)]
    return _compared(where, contents, found).model_copy(update={"pages": at})


def _compared(where: str, contents: Contents, found: Sequence[_Found]) -> Disagreement:
    wrong = [each for each in found if not each.right]
    right = len(found) - len(wrong)
    # One page against another may as well be a report's own number at the foot.
    if (not wrong and right * 2 < len(contents.entries)) or (not right and len(wrong) == 1):
        return _said(f"{where}所列页码多数未能核对，请核对原件", "unreadable")
    if not wrong:
        left = len(contents.entries) - right
        rest = f"，另 {left} 项未能核对" if left else ""
        return _said(f"{where}有 {right} 项页码与实际一致{rest}", "passed")
    listed = "、".join(
        f"{_name(each.entry.part)}列为 {each.entry.number}、实为 {each.begins}" for each in wrong
    )
    message = f"{where}所列页码与页脚页码不一致：{listed}"
    read = [entry.number for entry in contents.entries if entry.number is not None]
    in_order = all(first <= second for first, second in pairwise(read))
    if right and len(wrong) > 1 and in_order:
        return Disagreement(severity="B", message=message)
    return Disagreement(severity="C", message=f"{message}，请核对原件")


@dataclass(frozen=True)
class _Volume:
    """The bound volume with its printed numbers."""

    pages: tuple[Page, ...]
    numbers: Mapping[int, int]
    kinds: Mapping[tuple[int, int], PageKind]
    documents: tuple[DocumentSummary, ...]

    def compared(self, entry: Entry) -> Iterator[_Found]:
        """The entry beside the page where its part begins; nothing where either is uncertain."""
        starts = [
            self.numbers[place] for place in self._starts(entry.part) if place in self.numbers
        ]
        if entry.number is None or not starts:
            return
        if entry.number in starts:
            yield _Found(entry, entry.number, right=True)
        elif self._is_elsewhere(entry):
            yield _Found(entry, min(starts), right=False)

    def _starts(self, part: Part) -> list[int]:
        """The places of the pages on which the part begins."""
        if part in _TABLES:
            return [place for place, page in enumerate(self.pages) if self._has_table(page, part)]
        firsts = {each.pages[0] for each in self.documents if each.kind == part and each.pages}
        return [
            place
            for place, page in enumerate(self.pages)
            if (page.file, page.number) in firsts and len(page.lines) > _DIVIDER
        ]

    def _has_table(self, page: Page, part: Part) -> bool:
        title = _TABLES[part]
        return self._kind_of(page) == "application_form" and any(
            compact(line.text).endswith(title) and len(compact(line.text)) <= len(title) + _DIVIDER
            for line in page.lines
        )

    def _is_elsewhere(self, entry: Entry) -> bool:
        """Whether the page of that number surely is not where the part begins."""
        by_number = {number: place for place, number in self.numbers.items()}
        place = by_number.get(entry.number or 0)
        if place is None:
            last = max(self.numbers)
            behind = self.pages[last + 1 :]
            return (entry.number or 0) > self.numbers[last] and all(page.blank for page in behind)
        page = self.pages[place]
        kind = self._kind_of(page)
        if kind is None or entry.part in parts_named(page):
            return False
        if kind != entry.part:
            return kind != "application_form" if entry.part in _TABLES else kind != "cit_other"
        both = {(each.file, each.number) for each in (self.pages[place - 1], page)}
        return place > 0 and any(both <= set(each.pages) for each in self.documents)

    def _kind_of(self, page: Page) -> DocumentKind | None:
        """What the page surely is; None for anything that no kind was found for."""
        each = self.kinds[(page.file, page.number)]
        return None if each.kind == "other" or each.confidence < _SURE_KIND else each.kind


def _without(seen: Sequence[PageKind]) -> Disagreement:
    """Missing, unless a page may be the contents all the same."""
    for each in seen:
        if each.page.source == "word":
            continue
        headed = each.kind in _NOBODYS and is_headed(each.page)
        if headed or len(parts_named(each.page)) > FEWEST:
            message = f"第 {each.page.number} 页可能是目录，但所列材料未能辨认，请核对原件"
            return _said(message, "unreadable", ((each.page.file, each.page.number),))
    return _said("未见目录", "missing")


def _name(part: Part) -> str:
    return _TABLES.get(part) or DOCUMENT_NAMES[part]


def _said(message: str, outcome: Outcome, pages: tuple[tuple[int, int], ...] = ()) -> Disagreement:
    return Disagreement(severity="B", message=message, outcome=outcome, pages=pages)


RULE = Rule(
    code="M-15",
    title="目录齐备，所列页码与实际一致",
    source=notice("Q17"),
    severity="B",
    reads=("submission.pages", "submission.documents"),
    check=check,
)
