"""Reads a Word form: its cells and paragraphs, with boxes that keep their order.

Word lays a page out anew on every machine, so there are no places to point at: the boxes only say
what stands above, below and beside what.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import docx
from docx.opc.exceptions import OpcError

from extractor.intake.limits import Limits
from extractor.intake.unpacking import check_members
from extractor.intake.word_text import Block, Grid, GridCell, blocks_of
from models.document import BoundingBox, Cell, Page, Table, TextLine
from models.errors import DamagedFile

LEFT, RIGHT = 0.05, 0.95
"""Edges of the synthetic print area."""
WIDTH, HEIGHT = 1654, 2339
"""Stated as the page's size: an A4 at 200 dpi."""
_DTD = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be"))  # fmt: skip


def check_package(path: Path, name: str, limits: Limits) -> None:
    """Refuses a .docx that would not unpack safely, before anything parses it.

    Raises:
        DamagedFile: where it is broken, or declares entities, which the format forbids.
        TooLarge: where it unpacks to more than the limits allow.
    """
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            check_members(members, name, limits)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    text = package.read(member)
                    if any(mark in text for mark in _DTD):
                        raise DamagedFile("Word 文件含有不允许的实体声明，请重新导出。", name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise DamagedFile("Word 文件已损坏或不完整，请重新导出后提交。", name) from error


def read_word(path: Path, file: int, limits: Limits | None = None) -> Page:
    """The document as one page: paragraphs as lines, tables as cells, ticks as ☑ and □.

    Raises:
        DamagedFile: where it can't be parsed.
    """
    check_package(path, path.name, limits or Limits())
    try:
        blocks = blocks_of(docx.Document(str(path)).element.body)
    except (OpcError, SyntaxError, KeyError, ValueError, AttributeError) as error:
        raise DamagedFile("Word 文件已损坏，无法打开，请重新导出后提交。", path.name) from error
    placed = _Sheet(max(1.0, sum(_height(block) for block in blocks)))
    for block in blocks:
        placed.put(block)
    return Page(
        file=file,
        number=1,
        width=WIDTH,
        height=HEIGHT,
        source="word",
        lines=tuple(placed.lines),
        tables=tuple(placed.tables),
    )


def _height(block: Block) -> float:
    return 1.0 if isinstance(block, str) else float(sum(_row_heights(block)))


def _row_heights(grid: Grid) -> list[int]:
    """Lines each row takes, so that every cell has room for its own."""
    heights = [1] * grid.rows
    for cell in sorted(grid.cells, key=lambda cell: cell.row_span):
        rows = slice(cell.row, cell.row + cell.row_span)
        short = len(cell.lines) - sum(heights[rows])
        if short > 0:
            heights[cell.row + cell.row_span - 1] += short
    return heights


@dataclass
class _Sheet:
    """Places one block under the other."""

    total: float

    def __post_init__(self) -> None:
        self.lines: list[TextLine] = []
        self.tables: list[Table] = []
        self._used = 0.0

    def put(self, block: Block) -> None:
        """Adds a paragraph or a table below what is there."""
        if isinstance(block, str):
            self.lines.append(self._line(block, LEFT, RIGHT, self._used, 1.0))
            self._used += 1
            return
        heights = _row_heights(block)
        tops = [self._used + offset for offset in accumulate(heights, initial=0)]
        whole = sum(block.widths) or 1.0
        lefts = [
            LEFT + (RIGHT - LEFT) * offset / whole for offset in accumulate(block.widths, initial=0)
        ]
        cells = tuple(self._cell(cell, tops, lefts) for cell in block.cells)
        self.lines += [line for cell in cells for line in cell.lines]
        self.tables.append(Table(box=BoundingBox.around(cell.box for cell in cells), cells=cells))
        self._used = tops[-1]

    def _cell(self, cell: GridCell, tops: list[float], lefts: list[float]) -> Cell:
        top, bottom = tops[cell.row], tops[cell.row + cell.row_span]
        left, right = lefts[cell.column], lefts[cell.column + cell.column_span]
        step = (bottom - top) / max(1, len(cell.lines))
        lines = tuple(
            self._line(text, left, right, top + step * index, step)
            for index, text in enumerate(cell.lines)
        )
        return Cell(
            row=cell.row,
            column=cell.column,
            row_span=cell.row_span,
            column_span=cell.column_span,
            box=BoundingBox.clipped(left, top / self.total, right, bottom / self.total),
            lines=lines,
        )

    def _line(self, text: str, left: float, right: float, top: float, high: float) -> TextLine:
        box = BoundingBox.clipped(left, top / self.total, right, (top + high) / self.total)
        return TextLine(text=text, box=box, confidence=1.0, source="word")
