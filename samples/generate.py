"""Writes submissions with their truth: draw, print, seal, scan, bind or hand in loose."""

from __future__ import annotations

from pathlib import Path
from random import Random

from samples.applicant import draw
from samples.binding import bind
from samples.case import Case
from samples.loose import write_loose
from samples.packing import Packing
from samples.pages import scanned
from samples.planting import expected as expected_of
from samples.planting import plant, planted
from samples.truth import Expected, truth_of, written
from samples.word import write_form


def generate(
    out: Path,
    count: int,
    seed: int,
    difficulty: int | None = None,
    planting: str | None = None,
    packing: Packing = "bound",
) -> list[Path]:
    """Writes ``count`` submissions under ``out`` and returns their folders or zips.

    Each is ``<name>/submission.pdf`` and ``<name>/申报书.docx`` with ``<name>.truth.json`` beside
    the folder; ``packing`` hands the papers in as loose files instead. ``difficulty`` is 0…3
    (``samples.scanning.DIFFICULTIES``); None takes all in turn.
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
        if packing == "bound":
            folders.append(write(out, case, level, expected))
        else:
            zipped = packing == "zip"
            folders.append(write_loose(out, case, level, expected, zipped=zipped))
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


__all__ = ["generate", "scanned", "write"]
