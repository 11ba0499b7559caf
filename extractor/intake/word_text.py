"""Paragraphs and tables of a Word document's body, as text in a grid.

python-docx leaves out what stands in content controls, and knows no ticks: both carry the values
of a form that was filled in. So the body is walked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import nsmap

from extractor.intake.symbols import EMPTY, TICKED, is_picture_font, symbol

_W = "{" + nsmap["w"] + "}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OMITTED = {
    _W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")
}
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True)
class GridCell:
    """A cell of a Word table with its place in the grid and its lines."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A Word table: its cells, and the relative widths of its columns."""

    rows: int
    widths: tuple[float, ...]
    cells: tuple[GridCell, ...]


Block = str | Grid
"""A line of a paragraph, or a table."""


def blocks_of(body: Any) -> list[Block]:
    """The lines and tables of a body or cell in order; a nested table follows its own table."""
    blocks: list[Block] = []
    for element in _blocks(body):
        if element.tag == _W + "p":
            blocks += _lines(element)
        else:
            blocks += _tables(element)
    return blocks


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"):
            yield from _blocks(child)


def _tables(table: Any) -> list[Block]:
    """The table as a grid, followed by the tables that are nested in its cells."""
    cells: list[GridCell] = []
    nested: list[Block] = []
    open_above: dict[int, int] = {}
    rows = 0
    for rows, row in enumerate(_inside(table, "tr"), start=1):
        column = _number(row, "trPr/gridBefore", 0)
        for cell in _inside(row, "tc"):
            span = max(1, _number(cell, "tcPr/gridSpan", 1))
            merge = _find(cell, "tcPr/vMerge")
            continues = merge is not None and merge.get(_W + "val", "continue") == "continue"
            if continues and column in open_above:
                index = open_above[column]
                above = cells[index]
                cells[index] = GridCell(
                    above.row, above.column, rows - above.row, above.column_span, above.lines
                )
            else:
                inside = blocks_of(cell)
                nested += [block for block in inside if isinstance(block, Grid)]
                lines = tuple(block for block in inside if isinstance(block, str))
                if merge is not None:
                    open_above[column] = len(cells)
                else:
                    open_above.pop(column, None)
                cells.append(GridCell(rows - 1, column, 1, span, lines))
            column += span
    if not cells:
        return nested
    return [Grid(rows, _widths(table, cells), tuple(cells)), *nested]


def _widths(table: Any, cells: list[GridCell]) -> tuple[float, ...]:
    """The widths of the grid's columns as stated, made up to the columns there are."""
    count = max(cell.column + cell.column_span for cell in cells)
    stated = [float(_value(column, "w") or 0) for column in _inside(table, "tblGrid/gridCol")]
    known = [width for width in stated if width > 0]
    typical = sum(known) / len(known) if known else 1.0
    widths = [width if width > 0 else typical for width in stated[:count]]
    return tuple(widths + [typical] * (count - len(widths)))


def _inside(parent: Any, path: str) -> Iterator[Any]:
    """Children at a path of names, looking into content controls and insertions on the way."""
    name, _, rest = path.partition("/")
    for child in parent:
        if child.tag == _W + name:
            if rest:
                yield from _inside(child, rest)
            else:
                yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"):
            yield from _inside(child, path)


def _lines(paragraph: Any) -> list[str]:
    """The paragraph's text, divided at line breaks, without empty lines.

    Text boxes anchored in it are part of its text.
    """
    lines = "".join(_pieces(paragraph)).split("\n")
    return [line.strip() for line in lines if line.strip()]


def _pieces(parent: Any) -> Iterator[str]:
    for child in parent:
        tag = child.tag
        if tag in _OMITTED or not isinstance(tag, str):
            continue
        if tag == _W + "sdt":
            ticked = _find(child, "sdtPr/checkbox", _W14)
            yield from _pieces(child) if ticked is None else _tick(_find(ticked, "checked", _W14))
        elif tag == _W + "r":
            yield from _run(child)
        elif tag == _W + "p":
            yield "\n" + "".join(_pieces(child)) + "\n"
        elif tag == _MC + "AlternateContent":
            # The same drawing twice, for newer and older programs.
            chosen = child.find(_MC + "Choice")
            yield from _pieces(chosen if chosen is not None else child)
        else:
            yield from _pieces(child)


def _run(run: Any) -> Iterator[str]:
    """The text of a run; signs of picture fonts as what they look like."""
    if _find(run, "rPr/vanish") is not None:
        return
    fonts = _find(run, "rPr/rFonts")
    named = [] if fonts is None else [_value(fonts, "ascii"), _value(fonts, "hAnsi")]
    font = next((name for name in named if name), "")
    for child in run:
        match child.tag.removeprefix(_W) if isinstance(child.tag, str) else "":
            case "t":
                text = child.text or ""
                yield _as_signs(text, font) if is_picture_font(font) else text
            case "sym":
                code = int(_value(child, "char") or "0", 16)
                yield symbol(_value(child, "font") or "", code) or "•"
            case "br" | "cr":
                yield "\n"
            case "tab":
                yield " "
            case "fldChar":
                legacy = _find(child, "ffData/checkBox")
                if legacy is not None:
                    now = _find(legacy, "checked")
                    yield from _tick(_find(legacy, "default") if now is None else now)
            case "rPr" | "instrText" | "delText":
                continue
            case _:
                yield from _pieces(child)


def _as_signs(text: str, font: str) -> str:
    return "".join(
        character if character.isspace() else symbol(font, ord(character)) or character
        for character in text
    )


def _tick(state: Any) -> Iterator[str]:
    """☑ or □ by the element that holds the state; an element without a value means on."""
    if state is None:
        yield EMPTY
    else:
        value = state.get(_W14 + "val") or state.get(_W + "val") or "1"
        yield EMPTY if value.lower() in _OFF else TICKED


def _find(parent: Any, path: str, namespace: str = _W) -> Any:
    """The element at a path of names; the last name in the given namespace."""
    *way, last = path.split("/")
    return parent.find("/".join([*(_W + name for name in way), namespace + last]))


def _value(element: Any, name: str) -> str | None:
    found = element.get(_W + name)
    return None if found is None else str(found)


def _number(parent: Any, path: str, otherwise: int) -> int:
    found = _find(parent, path)
    value = None if found is None else _value(found, "val")
    return int(value) if value and value.isdecimal() else otherwise
