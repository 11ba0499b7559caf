"""The committed submissions: ``python -m samples.goldens OUT`` draws them from their seeds.

``conflicts`` was committed before the generator changed where seals stand: drawn today it is
another scan with another truth.

They are the golden tests and the demo, so they are drawn from seeds kept for nothing else, and
stored more tightly than other samples: a clone should stay small.
"""

from __future__ import annotations

import argparse
import io
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Literal

from PIL import Image, TiffImagePlugin

from samples.applicant import GroupLook, draw
from samples.binding import bind
from samples.case import Case
from samples.pages import scanned
from samples.planting import PLANTINGS
from samples.planting import expected as expected_of
from samples.scanning import Scan
from samples.truth import truth_of, written
from samples.word import write_form

QUALITY = 30
"""JPEG quality: print stays clean at 200 dpi, and a page takes some 130 KB."""
BACKGROUND = 228
"""Brightness from which paper is stored white, as an office scanner does that suppresses the
background: the paper's grain is what takes the room."""
BLACK = 160
"""Brightness below which a black-and-white scanner stores black; a seal's red is darker."""
_STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_COUNTS = 273, 278, 279


@dataclass(frozen=True)
class Golden:
    """One committed submission."""

    name: str
    seed: int
    difficulty: int
    return_year: int
    plantings: tuple[str, ...]
    group: GroupLook = "none"
    stored: Literal["colour", "fax"] = "colour"
    left_out: tuple[str, ...] = ()
    """Kinds of sheets that are not handed in."""


GOLDENS = (
    Golden(
        "conflicts",
        seed=9948,
        difficulty=0,
        return_year=2025,
        plantings=("revenue_too_high", "rd_staff_above_staff", "tax_words_differ"),
    ),
    Golden(
        "lookalikes",
        seed=9918,
        difficulty=0,
        return_year=2024,
        plantings=(
            "lawful_mixture_of_experts",
            "lawful_renamed",
            "lawful_earlier_return_behind",
        ),
        group="columns",
        stored="fax",
        left_out=("firm_licence",),
    ),
)


def case_of(golden: Golden) -> Case:
    """The applicant of the submission with all that is planted.

    Raises:
        ValueError: the applicant gives no occasion for one of the plantings.
    """
    case = draw(
        golden.seed,
        golden.name,
        return_year=golden.return_year,
        golden=True,
        group=golden.group,
    )
    for number, name in enumerate(golden.plantings):
        changed = PLANTINGS[name].apply(case, Random(f"golden-{golden.seed}-{number}"))
        if changed is None:
            raise ValueError(f"{golden.name} gives no occasion for {name}")
        case = changed
    bundle = tuple(sheet for sheet in case.bundle if sheet.kind not in golden.left_out)
    return replace(case, bundle=bundle)


def write(golden: Golden, out: Path) -> Path:
    """Writes the submission's folder and its truth under ``out``; returns the folder."""
    case = case_of(golden)
    folder = out / golden.name
    folder.mkdir(parents=True, exist_ok=True)
    stored = _faxed if golden.stored == "fax" else _tightly
    scans = [stored(scan) for scan in scanned(case, golden.difficulty)]
    bind(scans, folder / "submission.pdf")
    write_form(case, folder / "申报书.docx")
    expected = expected_of(case, *(PLANTINGS[name] for name in golden.plantings))
    truth = truth_of(case, scans, golden.difficulty, expected)
    (out / f"{golden.name}.truth.json").write_text(written(truth), encoding="utf-8")
    return folder


def _tightly(scan: Scan) -> Scan:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(scan.data)) as image:
        image.point(lambda level: 255 if level >= BACKGROUND else level).save(
            buffer, "JPEG", quality=QUALITY, optimize=True, dpi=(scan.dpi, scan.dpi)
        )
    return replace(scan, data=buffer.getvalue())


def _faxed(scan: Scan) -> Scan:
    """The page in black and white, seals too, as the copier in the corridor scans by default."""
    with Image.open(io.BytesIO(scan.data)) as image:
        black = image.convert("L").point(lambda level: 255 if level >= BLACK else 0).convert("1")
    buffer = io.BytesIO()
    black.save(buffer, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: black.height})
    with TiffImagePlugin.TiffImageFile(io.BytesIO(buffer.getvalue())) as stored:
        (start,), (count,) = stored.tag_v2[_STRIP_OFFSETS], stored.tag_v2[_STRIP_COUNTS]
    return replace(scan, data=buffer.getvalue()[start : start + count], coding="fax")


def main() -> None:
    """Writes every golden submission, or those named."""
    parser = argparse.ArgumentParser(prog="python -m samples.goldens", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", choices=[golden.name for golden in GOLDENS], action="append")
    given = parser.parse_args()
    for golden in GOLDENS:
        if not given.only or golden.name in given.only:
            print(write(golden, given.out))


if __name__ == "__main__":
    main()
