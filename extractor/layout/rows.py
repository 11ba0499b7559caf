"""A page as printed rows, and where on them captions stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.layout.alignment import page_rows
from extractor.layout.characters import Characters
from extractor.layout.matching import Found, Match, find_captions, plain
from models.document import BoundingBox, Page, TextLine

FLUSH = 0.02
"""Captions of one column start within this of each other, in page widths."""


@lru_cache(maxsize=64)
def rows_on(page: Page) -> tuple[tuple[TextLine, ...], ...]:
    """The printed rows of a page, from top to bottom."""
    return tuple(tuple(row) for row in page_rows(page))


@lru_cache(maxsize=64)
def _outside_tables(page: Page) -> tuple[Characters, ...]:
    ruled = [table for table in page.tables if table.ruled]
    if not ruled:
        return tuple(Characters.of(row) for row in rows_on(page))
    if page.source == "word":
        held = {line for table in ruled for cell in table.cells for line in cell.lines}
        outside = [line for line in page.lines if line not in held]
    else:
        outside = [
            line
            for line in page.lines
            if not any(table.box.contains(*line.box.centre) for table in ruled)
        ]
    return tuple(Characters.of(row) for row in page_rows(page, outside))


@lru_cache(maxsize=256)
def rows_outside_tables(page: Page, captions: frozenset[str]) -> Rows:
    """The rows of what stands in no drawn table, and where the captions stand on them."""
    return Rows.of(page, _outside_tables(page), captions)


@dataclass(frozen=True)
class Rows:
    """A page as rows of characters, and where the captions that end a value are printed."""

    page: Page
    rows: tuple[Characters, ...]
    stops: tuple[tuple[Found, ...], ...]
    """Per row."""
    captions: frozenset[str]

    @classmethod
    def of(cls, page: Page, rows: Sequence[Characters], captions: Collection[str]) -> Rows:
        """The rows with every place where one of the captions stands."""
        return cls(
            page,
            tuple(rows),
            tuple(tuple(find_captions(row, captions, misread=False)) for row in rows),
            frozenset(captions),
        )

    def halves(self, number: int, captions: Sequence[str]) -> list[Found]:
        """Captions of two letters of which only one was read, in a column of captions.

        Spread captions (住　　所) are read letter by letter and one can be lost. A letter alone
        counts where it stands flush with two other captions and begins no other caption, and only
        if what follows starts behind those captions: else the lost letter was misread and would
        pass for the value's first.
        """
        here = self.rows[number]
        found = []
        for words in (plain(caption) for caption in captions):
            if len(words) != 2 or words[0] not in here.text or self._mistakable(words):
                continue
            for at, letter in enumerate(here.text):
                if letter != words[0] or not (here.starts_line(at) and here.ends_line(at + 1)):
                    continue
                column = self._column_at(here.cut(at, at + 1)[0].box.left)
                follows = here.cut(at + 1, at + 2)
                if len(column) >= 2 and (
                    not follows
                    or follows[0].box.left >= max(box.right for box in column) - FLUSH / 2
                ):
                    found.append(Found(at, at + 1, Match.MISREAD, words))
        return found

    def _column_at(self, left: float) -> list[BoundingBox]:
        """The captions, whole, that stand flush with this place."""
        boxes = [
            BoundingBox.around(part.box for part in row.cut(each.start, each.stop))
            for row, stops in zip(self.rows, self.stops, strict=True)
            for each in stops
            if each.match is Match.EXACT or row.starts_line(each.start)
        ]
        return [box for box in boxes if abs(box.left - left) < FLUSH / 2]

    def _mistakable(self, words: str) -> bool:
        """Whether a caption of other words begins with the same letter."""
        return any(
            other.startswith(words[0]) and not other.startswith(words)
            for other in map(plain, self.captions)
        )


def heads_on(rows: Rows, number: int) -> list[BoundingBox]:
    """Where captions stand clear on a row."""
    here = rows.rows[number]
    return [
        here.cut(each.start, each.stop)[0].box
        for each in rows.stops[number]
        if each.match is Match.EXACT or here.starts_line(each.start)
    ]


def columns_right(rows: Rows, left: float) -> tuple[BoundingBox, ...]:
    """The columns of captions that stand right of a place: two or more captions flush left."""
    heads = [box for number in range(len(rows.rows)) for box in heads_on(rows, number)]
    columns: list[list[BoundingBox]] = []
    for box in sorted((box for box in heads if box.left > left), key=lambda box: box.left):
        if columns and box.left - columns[-1][0].left < FLUSH:
            columns[-1].append(box)
        else:
            columns.append([box])
    return tuple(BoundingBox.around(column) for column in columns if len(column) > 1)
