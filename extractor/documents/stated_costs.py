"""Costs that a report lists in words: line by line, or one after the other in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.values import texts
from models.document import Document, Page

_ENUMERATION = r"(?:\d{1,2}[、.．·•)]|[（(][\d一二三四五六七八九十]+[）)])?"
_LISTED = re.compile(
    rf"{_ENUMERATION}(?P<name>[一-龥（）()、/]{{2,30}})[:：](?P<amount>-?\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>万元|元)?(?:[;；。]|[（(]大写.*)?"
)
_IN_WORDS = re.compile(
    rf"{_ENUMERATION}(?:(?:其中|包括|包含|分别为|以及|和|及)[:：]?)?"
    r"(?P<name>[一-龥][一-龥（）()、/]{1,19}?)[:：]?(?:共计|合计|计|为)?(?:人民币)?(?P<amount>-?\d[\d,]*(?:\.\d+)?)(?P<unit>万元|元)"
    r"(?=[;；,，。、]|$|以及|和|及)"
)
"""A cost with its amount and unit: 1.人员人工费用1,234.56元；"""
_BETWEEN = re.compile(r"[;；,，。、]?(?:以及|和)?")
"""What stands between two costs of one sentence."""
_NO_KIND = re.compile(r"账面|审定|[调核][增减整]|费用化|资本化")
"""What a sentence tells of the whole cost, no kind of it."""
_FEWEST = 3
"""Lines of this form that make a list; one or two may be anything."""


class StatedCost(NamedTuple):
    """One cost as the words state it."""

    page: Page
    name: str
    amount: Passage
    unit: str | None
    """None where it is not printed beside the amount."""


def listed_costs(document: Document) -> Sequence[StatedCost]:
    """The longest run of rows that each name a cost and its amount."""
    best: list[StatedCost] = []
    for page in document.pages:
        run: list[StatedCost] = []
        for row in rows_on(page):
            characters = Characters.of(row)
            found = _LISTED.fullmatch(characters.text)
            if found is None:
                run = []
                continue
            run.append(_cost(page, characters, found))
            if len(run) > max(len(best), _FEWEST - 1):
                best = list(run)
    return best


def told_costs(document: Document) -> Sequence[StatedCost]:
    """The longest run of costs that follow each other in sentences, wherever the lines break."""
    best: list[StatedCost] = []
    for page in document.pages:
        characters = Characters.of(line for row in rows_on(page) for line in row)
        run: list[StatedCost] = []
        end = 0
        for found in _IN_WORDS.finditer(characters.text):
            if not _BETWEEN.fullmatch(characters.text[end : found.start()]):
                run = []
            if _NO_KIND.search(found["name"]):
                run = []
                continue
            run.append(_cost(page, characters, found))
            end = found.end()
            if len(run) > max(len(best), _FEWEST - 1):
                best = list(run)
    return best


def _cost(page: Page, characters: Characters, found: re.Match[str]) -> StatedCost:
    amount = passage_of(page, characters.cut(*found.span("amount")))
    return StatedCost(page, texts.printed(found["name"]), amount, found["unit"])
