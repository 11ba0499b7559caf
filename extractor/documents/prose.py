"""Mentions in prose: a page's rows are joined, so that the end of a line cuts nothing in two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractor.documents.kind import Finder
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.passage import Passage
from models.document import Document, Page, TextLine

_SENTENCE = re.compile(r"[。;!?]")
_CLAUSE = re.compile(r"[。;!?]|,(?!\d{3})")
_WORD = re.compile(r"[A-Za-z0-9.,\-_+/¥￥]+")
"""A word that is not broken at the end of a line; each Chinese character can be."""
OF_OTHERS = "对比|相比|比较|同类|国外|国内外|竞品|业界|主流"
"""What a sentence says that speaks of other models than the report's own."""
_SPARE = 1.5
"""Letters that a line may fall short besides: punctuation that may not begin the next."""


@dataclass(frozen=True)
class Mention:
    """What a pattern found on a page, with the words around it."""

    page: Page
    characters: Characters
    found: re.Match[str]
    paragraph: tuple[int, int]
    """Where the paragraph around it starts and stops."""

    def passage(self, group: str | int) -> Passage:
        """What one group of the pattern found, no further than the paragraph goes."""
        start, stop = self.found.span(group)
        return passage_of(self.page, self.characters.cut(start, min(stop, self.paragraph[1])))

    @property
    def sentence_before(self) -> str:
        """The words of its sentence that stand before it."""
        return _SENTENCE.split(self._before)[-1]

    @property
    def clause_before(self) -> str:
        """The words before it since the last comma."""
        return _CLAUSE.split(self._before)[-1]

    @property
    def clause_after(self) -> str:
        """The words behind it up to the next comma."""
        return _CLAUSE.split(self._after)[0]

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.sentence_before + self.found[0] + _SENTENCE.split(self._after)[0]

    @property
    def _before(self) -> str:
        return self.characters.text[self.paragraph[0] : self.found.start()]

    @property
    def _after(self) -> str:
        return self.characters.text[self.found.end() : max(self.found.end(), self.paragraph[1])]


def mentions(document: Document, pattern: re.Pattern[str]) -> Iterator[Mention]:
    """Every place that fits, page by page in reading order; the text is half-width, without spaces."""
    for page in document.pages:
        characters, starts = _joined(page)
        for found, start, stop in _matches(pattern, characters.text, starts):
            yield Mention(page, characters, found, (start, stop))


def _matches(
    pattern: re.Pattern[str], text: str, starts: Sequence[int]
) -> Iterator[tuple[re.Match[str], int, int]]:
    """Every match with its paragraph; one whose value stands in a later paragraph is none.

    A heading may begin what only the next paragraph says (项目概述 — 本项目研发周期为…), and is not
    to use it up.
    """
    at = 0
    while (found := pattern.search(text, at)) is not None:
        start = max(each for each in starts if each <= found.start())
        stop = min((each for each in starts if each > found.start()), default=len(text))
        at = max(found.end(), found.start() + 1)
        if any(stop <= found.start(group) for group in range(1, pattern.groups + 1)):
            at = found.start() + 1
        else:
            yield found, start, stop


def first_mention(pattern: str, accept: Callable[[Mention], bool] = lambda each: True) -> Finder:
    """The first place that fits and is accepted; its first group."""
    compiled = re.compile(pattern)

    def find(document: Document) -> Passage | None:
        found = (each for each in mentions(document, compiled) if accept(each))
        return next((each.passage(1) for each in found), None)

    return find


@lru_cache(maxsize=64)
def _joined(page: Page) -> tuple[Characters, tuple[int, ...]]:
    """The page's characters, and where its paragraphs start."""
    rows = rows_on(page)
    characters = Characters.of(line for row in rows for line in row)
    reach = max((line.box.right for row in rows for line in row), default=1.0)
    starts, at = [0], 0
    for row, following in pairwise(rows):
        at += len(Characters.of(row).text)
        if _ends_paragraph(row, following, reach):
            starts.append(at)
    return characters, tuple(starts)


def _ends_paragraph(row: Sequence[TextLine], following: Sequence[TextLine], reach: float) -> bool:
    """Whether the next row's first word would have fitted on the row: it was broken on purpose."""
    wide = max(pitch(line) for line in row)
    word = _WORD.match("".join(line.text for line in following).strip())
    letters = 1.0 if word is None else len(word[0]) / 2
    return reach - max(line.box.right for line in row) > (letters + _SPARE) * wide
