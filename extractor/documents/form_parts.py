"""The three parts of the 申报书, which lie apart in the bundle."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from extractor.layout.captions import section_of
from models.document import Document

Part = Literal["cover", "unit", "model"]

PART_TITLES: dict[Part, tuple[str, ...]] = {
    "cover": ("湖北省工业领域专用模型项目申报书", "专用模型项目申报书", "项目申报书"),
    "unit": ("单位基本情况表",),
    "model": ("工业模型基本情况表", "模型基本情况表"),
}
"""Part → its printed headings (notice, 附件1)."""
_MARKS: dict[Part, tuple[str, ...]] = {
    "cover": ("项目申报书", "申报日期"),
    "unit": ("单位基本情况表", "单位人才情况", "单位经营情况", "联系人情况"),
    "model": ("模型基本情况表", "模型服务行业", "模型底座来源", "模型研发成本组成"),
}
"""Words that only this part prints."""


@lru_cache(maxsize=16)
def part_of(document: Document, part: Part) -> Document | None:
    """The document cut to one part, or None where it was not seen.

    A part starts on the page with its own words and goes on over pages with no other part's words;
    where two parts share a page, the headings tell where one ends.
    """
    # Every field of the form asks for its part anew.
    chosen = []
    inside = False
    for page in document.pages:
        words = "".join("".join(line.text.split()) for line in page.lines)
        here = {each for each, marks in _MARKS.items() if sum(mark in words for mark in marks) >= 1}
        inside = part in here or (inside and not here)
        if inside:
            chosen.append(page)
    if not chosen:
        return None
    own = document.model_copy(update={"pages": tuple(chosen)})
    others = tuple(title for each in PART_TITLES if each != part for title in PART_TITLES[each])
    headings = PART_TITLES[part]
    return section_of(own, headings, others) or own
