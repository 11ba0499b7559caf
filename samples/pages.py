"""A case's pages: every sheet set, printed, sealed and scanned, in the order bound."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.case import Case, Sheet
from samples.contents import contents
from samples.display import display
from samples.printing import COPIES, number_page, print_sheet, set_sheet
from samples.scanning import Scan, resolution, scan
from samples.seals import Pixels
from samples.typesetting.typeset import Typeset

_UNNUMBERED = frozenset({"cover", "toc"})
_PHOTOCOPIED = (0.0, 0.1, 0.35, 0.35)
"""How often a copy is a grey photocopy, by difficulty."""


def scanned(case: Case, difficulty: int, *, numbered: bool = True) -> list[Scan]:
    """The case's pages as scanned, in the order bound; ``numbered`` as a bundle's pages are."""
    random = Random(f"scan-{case.seed}-{difficulty}")
    dpi = resolution(random, difficulty)
    worn = random.uniform(0.15, 0.35 + 0.15 * difficulty)
    scans: list[Scan] = []
    behind: Pixels | None = None
    number, style = 0, random.randrange(4)
    for sheet, made in _typeset(case):
        copied = sheet.kind in COPIES and random.random() < _PHOTOCOPIED[difficulty]
        for paper in print_sheet(case, sheet, made, dpi, worn, photocopied=copied):
            if (sheet.kind, paper.number) in case.pages_lost:
                continue
            if numbered and sheet.kind not in _UNNUMBERED:
                number = _next(case, number)
                paper = number_page(paper, number, style)
            scans.append(scan(paper, random, difficulty, dpi, behind))
            behind = paper.pixels
    return scans


def _next(case: Case, number: int) -> int:
    """The page number printed after this one."""
    return number + 2 if number + 1 == case.number_skipped_at else number + 1


def _typeset(case: Case) -> Sequence[tuple[Sheet, Typeset]]:
    """Every sheet set; the contents page last, when the others' page numbers are known."""
    made: dict[Sheet, Typeset] = {}
    starts: dict[Sheet, int] = {}
    number = 0
    for sheet in case.bundle:
        if sheet.kind == "toc":
            continue
        made[sheet] = set_sheet(case, sheet, display(case, sheet.kind, sheet.index))
        if sheet.kind in _UNNUMBERED:
            continue
        for page in range(1, len(made[sheet].pages) + 1):
            if (sheet.kind, page) not in case.pages_lost:
                number = _next(case, number)
                starts.setdefault(sheet, number)
    for sheet in case.bundle:
        if sheet.kind == "toc":
            made[sheet] = set_sheet(case, sheet, dict(contents(case, starts)))
    return [(sheet, made[sheet]) for sheet in case.bundle]
