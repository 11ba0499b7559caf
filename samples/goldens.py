"""The committed submissions: ``python -m samples.goldens OUT`` writes them anew, byte for byte.

They are the golden tests and the demo, so they are drawn from seeds kept for nothing else, and
stored more tightly than other samples: a clone should stay small.
"""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PIL import Image

from samples.applicant import draw
from samples.binding import bind
from samples.generate import scanned
from samples.planting import PLANTINGS
from samples.planting import expected as expected_of
from samples.scanning import Scan
from samples.truth import truth_of
from samples.word import write_form

QUALITY = 30
"""JPEG quality: print stays clean at 200 dpi, and a page takes some 130 KB."""
BACKGROUND = 228
"""Brightness from which paper is stored white, as an office scanner does that suppresses the
background: the paper's grain is what takes the room."""


@dataclass(frozen=True)
class Golden:
    """One committed submission."""

    name: str
    seed: int
    difficulty: int
    return_year: int
    plantings: tuple[str, ...]


GOLDENS = (
    Golden(
        "conflicts",
        seed=9948,
        difficulty=0,
        return_year=2025,
        plantings=("revenue_too_high", "rd_staff_above_staff", "tax_words_differ"),
    ),
)


def write(golden: Golden, out: Path) -> Path:
    """Writes the submission's folder and its truth under ``out``; returns the folder."""
    case = draw(golden.seed, golden.name, return_year=golden.return_year, golden=True)
    for number, name in enumerate(golden.plantings):
        changed = PLANTINGS[name].apply(case, Random(f"golden-{golden.seed}-{number}"))
        if changed is None:
            raise ValueError(f"{golden.name} gives no occasion for {name}")
        case = changed
    folder = out / golden.name
    folder.mkdir(parents=True, exist_ok=True)
    scans = [_tightly(scan) for scan in scanned(case, golden.difficulty)]
    bind(scans, folder / "submission.pdf")
    write_form(case, folder / "申报书.docx")
    expected = expected_of(case, *(PLANTINGS[name] for name in golden.plantings))
    truth = truth_of(case, scans, golden.difficulty, expected)
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (out / f"{golden.name}.truth.json").write_text(text, encoding="utf-8")
    return folder


def _tightly(scan: Scan) -> Scan:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(scan.jpeg)) as image:
        image.point(lambda level: 255 if level >= BACKGROUND else level).save(
            buffer, "JPEG", quality=QUALITY, optimize=True, dpi=(scan.dpi, scan.dpi)
        )
    return replace(scan, jpeg=buffer.getvalue())


def main() -> None:
    """Writes every golden submission."""
    parser = argparse.ArgumentParser(prog="python -m samples.goldens", description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    for golden in GOLDENS:
        print(write(golden, out))


if __name__ == "__main__":
    main()
