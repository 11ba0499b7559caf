"""The number of a seal is no print of the page: it must not run on into a value beside it."""

from __future__ import annotations

import re

from extractor.layout.characters import Characters
from models.document import Page, Seal, TextLine

_NUMBER = re.compile(r"[1-6]\d{12}")
"""A seal's code has 13 digits and begins with the division where it was cut (DOMAIN 8.15)."""
_MIDDLE = 0.25
"""Share of the seal's width on either side of its middle within which the number is centred."""
_LOWEST = 0.55
"""Share of the seal's height below which the number stands, at the foot of the ring."""
_HIGHEST_PRINT = 0.25
"""Height of the number over the seal's; print that goes on under the seal is not measured by it."""


def without_seal_numbers(page: Page) -> Page:
    """The page without the lines that are the number at the foot of one of its seals."""
    gone = {line for line in page.lines if any(_is_number_of(line, seal) for seal in page.seals)}
    if not gone:
        return page
    tables = tuple(
        table.model_copy(
            update={
                "cells": tuple(
                    cell.model_copy(update={"lines": _kept(cell.lines, gone)})
                    if any(line in gone for line in cell.lines)
                    else cell
                    for cell in table.cells
                )
            }
        )
        for table in page.tables
    )
    return page.model_copy(update={"lines": _kept(page.lines, gone), "tables": tables})


def _kept(lines: tuple[TextLine, ...], gone: set[TextLine]) -> tuple[TextLine, ...]:
    return tuple(line for line in lines if line not in gone)


def _is_number_of(line: TextLine, seal: Seal) -> bool:
    if line.source != "ocr" or not _NUMBER.fullmatch(Characters.of((line,)).text):
        return False
    x, y = line.box.centre
    box = seal.box
    return (
        abs(x - box.centre[0]) <= _MIDDLE * box.width
        and box.top + _LOWEST * box.height <= y <= box.bottom
        and line.box.height <= _HIGHEST_PRINT * box.height
    )
