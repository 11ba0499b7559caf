"""Writes submissions with their truth: draw, print, seal, scan, bind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from samples.applicant import draw
from samples.binding import bind
from samples.case import Case, Sheet
from samples.contents import contents
from samples.display import display
from samples.planting import expected as expected_of
from samples.planting import plant, planted
from samples.printing import COPIES, number_page, print_sheet, set_sheet
from samples.scanning import Scan, resolution, scan
from samples.seals import Pixels
from samples.truth import Expected, truth_of, written
from samples.typesetting.typeset import Typeset
from samples.word import write_form

_UNNUMBERED = frozenset({"cover", "toc"})
_PHOTOCOPIED = (0.0, 0.1, 0.35, 0.35)
"""How often a copy is a grey photocopy, by difficulty."""


def generate(
    out: Path,
    count: int,
    seed: int,
    difficulty: int | None = None,
    planting: str | None = None,
) -> list[Path]:
    """Writes ``count`` submissions under ``out`` and returns their folders.

    Each is ``<name>/submission.pdf`` and ``<name>/申报书.docx`` with ``<name>.truth.json`` beside
    the folder. ``difficulty`` is 0…3 (``samples.scanning.DIFFICULTIES``); None takes all in turn.
    ``planting`` names what to plant (``samples.planting.PLANTINGS``, or ``none``); None leaves one
    applicant in three as it is and plants one inconsistency or lawful look-alike in the others.
    The same arguments give the same bytes.

    Raises:
        KeyError: there is no planting of this name.
    """
    folders = []
    for place in range(count):
        level = place % 4 if difficulty is None else difficulty
        own = seed * 1000 + place
        name = f"sample-{own:06d}"
        case, expected = _prepared(draw(own, name), planting, Random(f"plant-{own}"))
        folders.append(write(out, case, level, expected))
    return folders


def _prepared(case: Case, planting: str | None, random: Random) -> tuple[Case, Expected]:
    """The case with what was asked for planted; unchanged where it gives no occasion."""
    if planting is None:
        return planted(case, random)
    if planting == "none":
        return case, expected_of(case)
    return plant(case, planting, random) or (case, expected_of(case))


def write(out: Path, case: Case, difficulty: int, expected: Expected) -> Path:
    """Writes one applicant's submission and its truth; returns the folder."""
    folder = out / case.name
    folder.mkdir(parents=True, exist_ok=True)
    scans = scanned(case, difficulty)
    bind(scans, folder / "submission.pdf")
    write_form(case, folder / "申报书.docx")
    truth = truth_of(case, scans, difficulty, expected)
    (out / f"{case.name}.truth.json").write_text(written(truth), "utf-8")
    return folder


def scanned(case: Case, difficulty: int) -> list[Scan]:
    """The case's pages as scanned, in the order bound."""
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
            if sheet.kind not in _UNNUMBERED:
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


__all__ = ["generate", "scanned", "write"]
