"""What the ring of a seal says: several unlike readings, and whether two of them agree."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from extractor.imaging.pixels import Pixels
from extractor.ocr.engine import Recognition
from extractor.seals.detecting import RingDetector, name_arc, seal_picture
from extractor.seals.finding import SealPlace, find_seals
from extractor.seals.unrolling import (
    STRIP_HEIGHT,
    as_pixels,
    darkest_channel,
    ink_alone,
    name_band,
    trimmed,
    unroll,
    widest_gap,
)
from models.document import Seal

_FEWEST_CHARACTERS = 4
"""A ring with fewer is not a name but a scrap."""
_LEAST_CONFIDENCE = 0.6
"""A reading below this, that nothing confirms, is noise: no text is the better answer."""


Recogniser = Callable[[Sequence[Pixels]], Sequence[Recognition]]


@dataclass(frozen=True)
class Reading:
    """One reading of a ring."""

    text: str
    """The Chinese name alone, without the number at the foot of the seal."""
    confidence: float


class SealReader:
    """Reads the seals of pages with one engine's recogniser and one seal text detector."""

    def __init__(self, recognise: Recogniser, detect_ring: RingDetector) -> None:
        """Keeps the two models; they are loaded once per process."""
        self._recognise = recognise
        self._detect_ring = detect_ring

    def read(self, pixels: Pixels) -> tuple[Seal, ...]:
        """The seals of an upright page."""
        return read_seals(pixels, self._recognise, self._detect_ring)


def read_seals(
    pixels: Pixels, recognise: Recogniser, detect_ring: RingDetector
) -> tuple[Seal, ...]:
    """The seals of an upright page with the text of their rings."""
    return tuple(_read(place, pixels, recognise, detect_ring) for place in find_seals(pixels))


def _read(
    place: SealPlace, pixels: Pixels, recognise: Recogniser, detect_ring: RingDetector
) -> Seal:
    """One seal: two unlike readings first, the other two only where those disagree."""
    if not place.whole or place.shape not in ("round", "oval"):
        return _seal(place, Reading("", 0.0), certain=False)
    raw, channel, ink = _strips(pixels, place)
    first, second = (_name(each) for each in recognise([channel, ink]))
    if first.text and first.text == second.text:
        return _seal(place, max(first, second, key=_rank), certain=True)
    crops = [raw]
    curved = _detected_strip(pixels, place, detect_ring)
    if curved is not None:
        crops.append(curved)
    third, *fourth = (_name(each) for each in recognise(crops))
    unrolled = [first, second, third]
    best = max([*unrolled, *fourth], key=_rank)
    for reading in fourth:
        if reading.text and reading.text in [each.text for each in unrolled]:
            return _seal(place, reading, certain=True)
    if best.confidence < _LEAST_CONFIDENCE:
        best = Reading("", best.confidence)
    return _seal(place, best, certain=False)


def _rank(reading: Reading) -> tuple[bool, float]:
    """Readings with a name before those without, then by confidence."""
    return bool(reading.text), reading.confidence


def _seal(place: SealPlace, reading: Reading, certain: bool) -> Seal:
    return Seal(
        text=reading.text,
        box=place.box,
        confidence=reading.confidence,
        certain=certain,
        shape=place.shape,
        colour=place.colour,
    )


def _strips(pixels: Pixels, place: SealPlace) -> tuple[Pixels, Pixels, Pixels]:
    """The unrolled ring as it is, in its darkest channel, and its coloured ink alone."""
    strip = unroll(pixels, name_band(place.outline))
    ink = darkest_channel(strip) if place.colour == "grey" else ink_alone(strip)
    strip = np.roll(strip, -widest_gap(ink), axis=1)
    ink = darkest_channel(strip) if place.colour == "grey" else ink_alone(strip)
    kept = trimmed(strip, ink)
    strip, ink = strip[:, kept], ink[:, kept]
    return strip, as_pixels(darkest_channel(strip)), as_pixels(ink)


def _detected_strip(pixels: Pixels, place: SealPlace, detect_ring: RingDetector) -> Pixels | None:
    """The text the detector saw, straightened; or None where it saw none."""
    picture, scale, corner = seal_picture(pixels, place.outline)
    arc = name_arc(detect_ring(picture), place.outline, scale, corner)
    if arc is None:
        return None
    spare = 0.5 * STRIP_HEIGHT / 48 * (arc.band.inner - arc.band.outer) / place.outline.minor
    start, turn = arc.start - spare, min(2 * np.pi, arc.turn + 2 * spare)
    return unroll(pixels, arc.band, start, turn)


def _name(recognition: Recognition) -> Reading:
    """The Chinese characters of a reading, with the brackets between them."""
    text = unicodedata.normalize("NFKC", recognition.text)
    marks = recognition.confidences
    if len(text) != len(marks):
        marks = (float(np.mean(marks)) if marks else 0.0,) * len(text)
    kept = [
        (character, mark)
        for character, mark in zip(text, marks, strict=True)
        if _is_chinese(character) or character in "()"
    ]
    name = "".join(character for character, _ in kept).strip(")")
    if sum(map(_is_chinese, name)) < _FEWEST_CHARACTERS:
        return Reading("", 0.0)
    return Reading(name, float(np.mean([mark for _, mark in kept])))


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character == "〇"
