"""Which report a page is of, by the number and the unit's code printed on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from extractor.layout.alignment import page_rows
from extractor.layout.characters import Characters
from extractor.values import uscc
from models.document import Page

_NUMBER = re.compile(r"报告编号(?:\([^()]*\))?:?(?P<number>[0-9A-Za-z][0-9A-Za-z-]{5,39})")
_PAPER = re.compile(r"(?:N[oO°º]|号码|编号)[.:]*(?P<number>\d{15,20})(?!\d)")
"""A number under which one paper is issued."""
_CODE = re.compile(r"(?<![0-9A-Z])[159ANY][1239][0-9A-Z]{16}(?![0-9A-Z])")
_MISREAD = 2
"""Characters in which two readings of one number may differ."""


def names_another(page: Page, before: Sequence[Page]) -> bool:
    """Whether the page bears a number, or a unit's code, and those before bear another one."""
    return any(
        bool(own) and bool(others) and not any(_same(one, other) for one in own for other in others)
        for own, others in (
            (_numbers((page,)), _numbers(before)),
            (_codes((page,)), _codes(before)),
        )
    )


def names_the_same(page: Page, before: Sequence[Page]) -> bool:
    """Whether the page bears the long number that stands on the one right before it."""
    last = before[-1]
    follows = (last.file, last.number + 1) == (page.file, page.number)
    return follows and bool(_papers((page,)) & _papers((last,)))


def _papers(pages: Iterable[Page]) -> set[str]:
    return {found["number"] for row in _rows(pages) for found in _PAPER.finditer(row)}


def _same(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other, score_cutoff=_MISREAD) <= _MISREAD


def _numbers(pages: Iterable[Page]) -> set[str]:
    return {found["number"] for row in _rows(pages) for found in _NUMBER.finditer(row)}


def _codes(pages: Iterable[Page]) -> set[str]:
    """Codes whose check characters hold: one that does not may be the same one, misread."""
    found = {code for row in _rows(pages) for code in _CODE.findall(row)}
    return {code for code in found if uscc.parse.proof(code) == "proved"}


def _rows(pages: Iterable[Page]) -> Iterable[str]:
    return (Characters.of(row).text for page in pages for row in page_rows(page))
