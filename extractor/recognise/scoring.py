"""How much the print of one page speaks for each kind of document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median_low

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extractor.layout.alignment import page_rows
from extractor.layout.characters import Characters
from extractor.recognise.marks import KindMarks, Mark
from models.document import DocumentKind, Page, TextLine

MISREAD_FROM = 6
"""Marks of at least this many characters may have one misread."""

NUMBERED = re.compile(r"[(]?(\d+|[一二三四五六七八九十]+)[)、.]|附件")
"""How an item of a list begins; a document's own title does not."""

TITLE = 1.6
"""Height of print over the page's usual print that makes it the title of something new."""

GRID = 8
"""Cells from which a ruled table is a form; print in it is no title, unless it is large."""

LONGEST = 60
"""Characters of a heading; a title with a company's name in it is shorter."""

FORM_NUMBER = re.compile(r"[A-Z]{1,2}\d{4,6}")
"""A tax form's own number: A107012."""

SHORT = 4
"""A shorter title (合同) is part of many other words: it must end the heading."""

TITLE_END = re.compile(r"([(].*|\d+页?)$")
"""What may stand behind a title's last word: a bracket, a page number."""

_TOP = 0.4
"""A title stands above this height unless its print is large."""

_LARGE = 1.35
"""Print this much higher than the page's usual print is a title's."""


@dataclass(frozen=True)
class Heading:
    """A row, or the large part of one, that could be a title."""

    text: str
    top: float
    centred: bool
    scale: float
    """Height of the print over the page's usual print."""

    @property
    def large(self) -> bool:
        """Whether the print is larger than the differences between lines of one size."""
        return self.scale >= _LARGE


@dataclass(frozen=True)
class Print:
    """The print of a page as marks are looked for in it."""

    text: str
    """Everything, in reading order, row by row and cell by cell: a mark may be broken anywhere."""
    top: str
    """The upper third."""
    top_lines: tuple[str, ...]
    """Each line of the upper third."""
    rows: tuple[str, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Score:
    """What speaks for one kind."""

    kind: DocumentKind
    first: float = 0.0
    """By the marks of a first page."""
    further: float = 0.0
    """By the marks of later pages."""
    title: str | None = None
    """The heading that names the kind, as printed."""

    @property
    def total(self) -> float:
        """Both together."""
        return self.first + self.further


def print_of(page: Page) -> Print:
    """The page's print, ready to look for marks."""
    rows = page_rows(page)
    # Weighed by characters, so that a page of few lines is not measured by its own title.
    sizes = [line.box.height for line in page.lines for _ in line.text]
    usual = median_low(sizes) if sizes else 0.0
    cells = [cell.lines for table in page.tables for cell in table.cells if len(cell.lines) > 1]
    texts = tuple(_text(row) for row in rows)
    runs = [
        _text(page.lines),
        "".join(texts),
        *(_text(cell) for cell in cells),
    ]
    upper = [row for row in rows if row[0].box.top < 1 / 3]
    return Print(
        text="\n".join(dict.fromkeys(runs)),
        top=_text(line for row in upper for line in row),
        top_lines=tuple(_text([line]) for row in upper for line in row),
        rows=texts,
        headings=tuple(_headings(page, rows, usual)),
    )


def scores_of(page_print: Print, kinds: Sequence[KindMarks]) -> tuple[Score, ...]:
    """One score per kind, best first.

    Where a longer mark of another kind covers the same print (专项审计报告 covers 审计报告) the
    shorter one does not count.
    """
    found = [
        (kind, mark, first, heading)
        for kind in kinds
        for first, marks in ((True, kind.first), (False, kind.further))
        for mark in marks
        for present, heading in [_present(mark, page_print)]
        if present
    ]
    strong = {mark.text for _, mark, _, _ in found if mark.weight > 0}
    scores: dict[DocumentKind, Score] = {}
    for kind, mark, first, heading in found:
        if mark.weight > 0 and _only_inside_longer(mark, strong, page_print, heading):
            continue
        weight = mark.weight * (1.25 if heading is not None and heading.large else 1.0)
        score = scores.get(kind.kind, Score(kind.kind))
        scores[kind.kind] = Score(
            kind.kind,
            score.first + (weight if first else 0.0),
            score.further + (0.0 if first else weight),
            score.title or (heading.text if heading is not None and mark.weight > 0 else None),
        )
    return tuple(sorted(scores.values(), key=lambda score: -score.total))


def _text(lines: Iterable[TextLine]) -> str:
    return Characters.of(lines).text


def _headings(page: Page, rows: Sequence[Sequence[TextLine]], usual: float) -> list[Heading]:
    """Rows, their single lines, and each row with the next: a title may take two rows."""
    found: list[Heading] = []
    main = [_main(row) for row in rows]
    grids = [table.box for table in page.tables if table.ruled and len(table.cells) >= GRID]
    for number, row in enumerate(rows):
        small = max(line.box.height for line in row) < _LARGE * usual
        inside = any(box.contains(*row[0].box.centre) for box in grids)
        if small and (inside or row[0].box.top > _TOP):
            continue
        runs = [main[number], *([line] for line in row)]
        if number + 1 < len(rows) and _goes_on(main[number], main[number + 1]):
            runs.append([*main[number], *main[number + 1]])
        for run in runs:
            left, right = min(x.box.left for x in run), max(x.box.right for x in run)
            found.append(
                Heading(
                    _text(run)[:LONGEST],
                    run[0].box.top,
                    abs((left + right) / 2 - 0.5) < 0.08,
                    min(line.box.height for line in run) / usual if usual else 0.0,
                )
            )
    return list(dict.fromkeys(found))


def _main(row: Sequence[TextLine]) -> list[TextLine]:
    """The row's largest print: a title without the small print beside it."""
    largest = max(line.box.height for line in row)
    return [line for line in row if line.box.height >= 0.7 * largest]


def _goes_on(above: Sequence[TextLine], below: Sequence[TextLine]) -> bool:
    """Whether the row below may be the second half of a title; an item of a list begins anew."""
    return _same_print(above, below) and NUMBERED.match(_text(below)) is None


def _same_print(above: Sequence[TextLine], below: Sequence[TextLine]) -> bool:
    sizes = sorted(max(line.box.height for line in row) for row in (above, below))
    return sizes[0] >= 0.6 * sizes[1]


def _present(mark: Mark, page_print: Print) -> tuple[bool, Heading | None]:
    """Whether the mark is printed where it counts, and the heading it was found in."""
    words = _plain(mark.text)
    if mark.where == "title":
        headings = [each for each in page_print.headings if _is_title(each, words)]
        # The largest print, then the least besides the mark.
        best = min(headings, key=lambda each: (not each.large, len(each.text)), default=None)
        return best is not None, best
    if mark.where == "top" and FORM_NUMBER.fullmatch(words):
        # Forms refer to each other (填写A104000): a form's own number begins or ends its line.
        return any(
            line.startswith(words) or line.endswith(words) for line in page_print.top_lines
        ), None
    return holds(page_print.top if mark.where == "top" else page_print.text, words), None


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=1024)
def _may_be_misread(words: str) -> bool:
    return len(words) >= MISREAD_FROM and not any(character.isdigit() for character in words)


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text; of six or more one may be misread, never a digit."""
    if words in text:
        return True
    if not _may_be_misread(words):
        return False
    if len(text) <= len(words):
        return Levenshtein.distance(words, text, score_cutoff=1) <= 1
    # One substitution costs two of the 2·n letters that the ratio counts.
    near = fuzz.partial_ratio_alignment(words, text, score_cutoff=100 * (1 - 1 / len(words)) - 0.1)
    return near is not None and (
        Levenshtein.distance(words, text[near.dest_start : near.dest_end], score_cutoff=1) <= 1
    )


def _is_title(heading: Heading, words: str) -> bool:
    text = heading.text
    extra = len(text) - len(words)
    if not -2 < extra <= (30 if heading.large or heading.centred else min(6, len(words) // 2)):
        return False
    if text.endswith((";", "。")) or not holds(text, words):
        return False
    if len(words) < SHORT and not TITLE_END.sub("", text).endswith(words):
        return False
    if NUMBERED.match(text) and not words.startswith(text[:2]):
        return heading.large or heading.centred
    return heading.large or heading.top <= _TOP


def _only_inside_longer(
    mark: Mark, others: set[str], page_print: Print, heading: Heading | None
) -> bool:
    """Whether every place of the mark belongs to a longer mark that was found as well."""
    longer = [other for other in others if other != mark.text and mark.text in other]
    if not longer:
        return False
    text = heading.text if heading is not None else page_print.text
    for other in longer:
        text = text.replace(_plain(other), "")
    return _plain(mark.text) not in text
