"""Prints a sheet and presses its seals: paper as it lies before the scanner."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from samples import fonts, seals
from samples.case import Case, SealFace, Sheet
from samples.handwriting import sign
from samples.seals import Box, Pixels
from samples.typesetting.typeset import VARIANTS, SealSpot, Typeset, typeset

CERTIFICATES = frozenset({"filing", "patent", "software_copyright", "test_report", "contract"})

COPIES = CERTIFICATES | {
    *("business_licence", "tax_certificate", "audit_report", "special_audit_report"),
    *("a100000", "a107012"),
}
"""Kinds that are copies and need the applicant's seal (复印件需加盖公章)."""

_STRADDLED = frozenset({"audit_report", "special_audit_report", "rd_report"})


@dataclass(frozen=True)
class Mark:
    """A printed value: its contract key and its box in fractions of the page."""

    key: str
    box: Box


@dataclass(frozen=True)
class PlacedSeal:
    """A seal on a page."""

    role: str
    text: str
    shape: str
    box: Box
    whole: bool = True
    """False for the strip of a seal across the edges of several pages (骑缝章)."""


@dataclass(frozen=True)
class Paper:
    """One printed page (RGB pixels) with what is known about it."""

    sheet: Sheet
    number: int
    """Within its sheet, from 1."""
    pixels: Pixels
    marks: tuple[Mark, ...]
    seals: tuple[PlacedSeal, ...]
    turned: int = 0
    printed_number: int | None = None
    signature: Box | None = field(default=None)


def set_sheet(case: Case, sheet: Sheet, data: dict[str, Any], *, plain: bool = False) -> Typeset:
    """The sheet typeset in a variant drawn for this case; ``plain`` takes each kind's first."""
    random = Random(f"variant-{case.seed}-{sheet.kind}-{sheet.index}")
    variants = VARIANTS[sheet.kind]
    variant = variants[0] if plain else random.choice(variants)
    return typeset(sheet.kind, data, variant, random.getrandbits(31))


def print_sheet(
    case: Case, sheet: Sheet, made: Typeset, dpi: int, worn: float, *, photocopied: bool = False
) -> list[Paper]:
    """The pages of a typeset sheet with its seals and signature.

    A photocopied sheet is grey with its own seals, and bears the applicant's in red.
    """
    random = Random(f"print-{case.seed}-{sheet.kind}-{sheet.index}")
    spots = _spots(case, sheet, made, random)
    document = pypdfium2.PdfDocument(made.pdf)
    papers = []
    for place in range(len(document)):
        pixels = np.array(
            document[place].render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3]
        )
        number = place + 1
        marks = tuple(Mark(mark.key, mark.box) for mark in made.marks if mark.page == number)
        paper = Paper(sheet, number, pixels, marks, ())
        here = [spot for spot in spots if spot.page == number]
        own = [spot for spot in here if not photocopied or spot.role != "applicant"]
        paper = _sealed(case, paper, own, random, dpi, worn)
        if photocopied:
            paper = replace(paper, pixels=_copied(paper.pixels, random))
            fresh = [spot for spot in here if spot.role == "applicant"]
            paper = _sealed(case, paper, fresh, random, dpi, worn)
        papers.append(paper)
    document.close()
    if sheet.kind in _STRADDLED and len(papers) > 1 and random.random() < 0.3:
        return _straddled(case, papers, random, dpi, worn)
    return papers


def _straddled(
    case: Case, papers: list[Paper], random: Random, dpi: int, worn: float
) -> list[Paper]:
    """The pages fanned out and sealed once across their right edges (骑缝章)."""
    face = case.seals["applicant"]
    strips = seals.straddling(seals.stamp(face, random, dpi, worn=worn), len(papers))
    y = random.uniform(0.3, 0.7)
    result = []
    for paper, strip in zip(papers, strips, strict=True):
        x = 1 - strip.mask.shape[1] / paper.pixels.shape[1] / 2
        box = seals.press(paper.pixels, strip, (x, y))
        placed = PlacedSeal("applicant", face.text, face.shape, box, whole=False)
        result.append(replace(paper, seals=(*paper.seals, placed)))
    return result


def _spots(case: Case, sheet: Sheet, made: Typeset, random: Random) -> list[SealSpot]:
    """The spots of the print, and the applicant's seal on the first page of each copy."""
    spots = list(made.seal_spots)
    own = {spot.page for spot in spots if spot.role == "applicant"}
    if sheet.kind in COPIES and 1 not in own:
        taken = [spot.centre for spot in spots if spot.page == 1]
        spots.append(SealSpot("applicant", 1, _free_place(taken, random)))
    return [spot for spot in spots if (sheet.kind, spot.role) not in case.left_out]


def _free_place(taken: list[tuple[float, float]], random: Random) -> tuple[float, float]:
    """A place in the lower half; whoever seals a copy mostly keeps clear of the other seals."""
    places = [(random.uniform(0.2, 0.85), random.uniform(0.58, 0.9)) for _ in range(3)]
    return max(places, key=lambda place: min((math.dist(place, t) for t in taken), default=0))


def _sealed(
    case: Case, paper: Paper, spots: list[SealSpot], random: Random, dpi: int, worn: float
) -> Paper:
    placed = list(paper.seals)
    signature = paper.signature
    for spot in spots:
        centre = _nudged(spot.centre, random)
        if spot.role == "signature":
            signature = sign(paper.pixels, case.commitment.signer, centre, random, dpi)
            continue
        face = face_of(case, paper.sheet, spot.role)
        if face is None:
            continue
        box = seals.press(paper.pixels, seals.stamp(face, random, dpi, worn=worn), centre)
        placed.append(PlacedSeal(spot.role, face.text, face.shape, box))
    return replace(paper, seals=tuple(placed), signature=signature)


def _copied(pixels: Pixels, random: Random) -> Pixels:
    """A photocopy: grey, harder in contrast, with specks of toner."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    steep = np.clip((grey - 128) * random.uniform(1.1, 1.5) + 140, 0, 255)
    noise = np.random.default_rng(random.getrandbits(32))
    specks = noise.random(grey.shape, np.float32) > 0.99985
    steep[specks] = 60
    return np.repeat(steep.astype(np.uint8)[..., None], 3, 2)


def face_of(case: Case, sheet: Sheet, role: str) -> SealFace | None:
    """The seal of a role on this sheet; None where the role has no seal here."""
    case = case.facts(sheet)
    if sheet.kind == "firm_licence" and role == "registry":
        role = "firm_registry"
    if sheet.kind in CERTIFICATES and role in {"registry", "authority", "other_party"}:
        return SealFace(case.certificates[sheet.index].authority)
    if sheet.kind == "special_audit_report" and role in {"cpa1", "cpa2"}:
        name = case.special.accountants[int(role[-1]) - 1]
        return SealFace(f"中国注册会计师{name}", "square")
    return case.seals.get(role)


def _nudged(centre: tuple[float, float], random: Random) -> tuple[float, float]:
    """Nobody presses a seal exactly on its spot."""
    return centre[0] + random.gauss(0, 0.008), centre[1] + random.gauss(0, 0.006)


def number_page(paper: Paper, number: int, style: int) -> Paper:
    """Prints the bundle's page number at the foot."""
    height, width = paper.pixels.shape[:2]
    size = round(max(height, width) * 0.0125)
    text = (f"— {number} —", f"- {number} -", str(number), f"第{number}页")[style % 4]
    font = fonts.opened(fonts.serif(), size)
    image = Image.fromarray(paper.pixels)
    draw = ImageDraw.Draw(image)
    x = (width - draw.textlength(text, font)) / 2
    draw.text((x, height * 0.965), text, (20, 20, 20), font)
    return replace(paper, pixels=np.asarray(image).copy(), printed_number=number)
