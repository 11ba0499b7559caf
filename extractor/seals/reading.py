"""What the ring of a seal says: several unlike readings, and whether two of them agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Pixels
from extractor.ocr.engine import Recognition
from extractor.seals.bands import (
    Band,
    band_by_detector,
    band_by_profile,
    likely_turns,
    name_alone,
    name_span,
    polar,
)
from extractor.seals.blocks import (
    ends_as_names_do,
    line_of,
    reading_orders,
    within_frame,
    words_of,
)
from extractor.seals.detecting import Likelihood, RingDetector
from extractor.seals.finding import SealPlace, find_seals, framed_in_grey
from extractor.seals.fitting import Ellipse
from extractor.seals.names import NOTHING, Reading, goes_on_after_its_name, name_of
from extractor.seals.separating import (
    SealPicture,
    cut_out,
    cut_straight,
    darkest_channel,
    separate,
    separate_chop,
)
from extractor.seals.unrolling import as_pixels, unroll
from models.document import Seal

_SURE = 0.9
"""What every character of two agreeing readings needs. All of about 180 such names were right (drawn
seals kept aside, generated submissions, photos); with a weaker character 4 of 9 were wrong. Of lifted
ink and colour alone, on 131 seals over print, all 40 that agreed so were right."""
_LEAST = 0.6
"""A reading below this, that nothing confirms, is noise: no text is the better answer."""
_FEWEST_PIXELS = 45
"""Half axis of a seal, in pixels, under which its characters are less than 12 high: two readings
then make the same mistake."""
_CROSSED = 0.01
"""Share of a seal over print above which a character or two of its name is crossed."""
_BESIDE = 0.15
"""How much more of the ring than its name is looked at, as a share of the name: a character."""
_JUST_AROUND = 1.03
"""Half axes of the seal that the trained detector is shown."""
_FOOT = np.pi / 2
"""The direction from which a strip is laid out that goes all round."""

_ACCOUNTANT = "中国注册会计师"
"""How the chop of an accountant begins."""

Recogniser = Callable[[Sequence[Pixels]], Sequence[Recognition]]


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
    """The seals of an upright page with the text of their rings, larger ones first."""
    places = find_seals(pixels)
    seals = [_read(place, pixels, recognise, detect_ring) for place in places]
    framed = [
        _read(place, pixels, recognise, detect_ring)
        for place in framed_in_grey(pixels, places)
        if _has_rows(cut_straight(pixels, place.outline))
    ]
    # A frame without colour is a chop only where an accountant's words stand in it.
    return (*seals, *(each for each in framed if _like_an_accountants(each.text)))


def _read(
    place: SealPlace, pixels: Pixels, recognise: Recogniser, detect_ring: RingDetector
) -> Seal:
    """One seal: its unlike views first, in another band only where those don't settle it."""
    reading, certain = NOTHING, False
    if place.whole and place.shape in ("square", "unknown"):
        reading, certain = _chop(cut_straight(pixels, place.outline), recognise)
    if place.whole and place.shape in ("round", "oval"):
        picture = cut_out(pixels, place.outline)
        views = _views(picture)
        band = band_by_profile(views.lifted, picture.outline)
        readings = [_readings(views, band, None, recognise)]
        if not _settled(readings[0]):
            readings += _detected_readings(views, picture, recognise, detect_ring)
        agreed = _agreed(readings)
        certain = agreed is not None and place.outline.minor >= _FEWEST_PIXELS
        reading = agreed or _best([each for of_band in readings for each in of_band])
    return Seal(
        text=reading.text,
        box=place.box,
        confidence=reading.confidence,
        certain=certain,
        shape=place.shape,
        colour=place.colour,
    )


def _chop(picture: Pixels, recognise: Recogniser) -> tuple[Reading, bool]:
    """What a chop says, and whether that is certain.

    Only an accountant's is: its rows can be read in one order alone, and begin with known words.
    """
    inked = separate_chop(picture)
    inner = within_frame(inked.lifted)
    views = [inked.lifted[inner]]
    orders = reading_orders(views[0])
    if len(orders) == 1 and inked.coloured and inked.printed <= _CROSSED:
        views.append(darkest_channel(picture)[inner])
    readings: list[list[Reading]] = []
    for order in orders:
        laid = [line_of(view, order) for view in views] if order else []
        read = recognise([as_pixels(strip) for strip, _ in laid])
        readings.append([words_of(each, *strip) for each, strip in zip(read, laid, strict=True)])
    signed = [each for each in readings if any(map(ends_as_names_do, each))]
    best = max(signed or readings, key=lambda each: _best(each).confidence, default=[])
    reading = _best(best)
    agreed = len(best) == 2 and _agreed([best]) is not None
    return reading, agreed and reading.text.startswith(_ACCOUNTANT)


def _has_rows(picture: Pixels) -> bool:
    """Whether several rows of words stand in the frame, as on an accountant's chop."""
    lifted = separate_chop(picture).lifted
    return len(reading_orders(lifted[within_frame(lifted)])[0]) > 1


def _like_an_accountants(words: str) -> bool:
    """Whether most of what an accountant's chop begins with was read."""
    return len(set(_ACCOUNTANT) & set(words)) > len(_ACCOUNTANT) / 2


@dataclass(frozen=True)
class _Views:
    """A seal as pictures of one channel."""

    lifted: Grey
    """Freed of print: in it the name is looked for."""
    read: tuple[Grey, ...]
    """What is read: the ink made crisp, and of a coloured seal another, unlike picture."""


def _views(picture: SealPicture) -> _Views:
    """The seal freed of print; and as scanned, or where print crosses it by its colour alone.

    Of a seal without colour there is but one picture: darkness is all that tells of it.
    """
    inked = separate(picture)
    if inked.tinted is None:
        return _Views(inked.lifted, (inked.crisp,))
    other = inked.tinted if inked.printed > _CROSSED else darkest_channel(picture.pixels)
    return _Views(inked.lifted, (inked.crisp, other))


def _readings(
    views: _Views,
    band: Band,
    likely: NDArray[np.bool_] | None,
    recognise: Recogniser,
) -> list[Reading]:
    """What each view of the band says."""
    span = name_span(unroll(views.lifted, band, _FOOT), _FOOT, likely)
    read = recognise([as_pixels(unroll(view, band, span.start, span.turn)) for view in views.read])
    # A little more than was read, to see whether the name goes on.
    spare = min(_BESIDE * span.turn, (2 * np.pi - span.turn) / 2)
    wide = unroll(views.lifted, band, span.start - spare, span.turn + 2 * spare)
    return [name_of(each, wide, spare / (span.turn + 2 * spare)) for each in read]


def _detected_readings(
    views: _Views,
    picture: SealPicture,
    recognise: Recogniser,
    detect_ring: RingDetector,
) -> list[list[Reading]]:
    """What each view says where the trained detector saw the name; none where it saw nothing."""
    outline = picture.outline
    seen = polar(name_alone(_text_map(views.lifted, outline, detect_ring), outline), outline)
    band = band_by_detector(views.lifted, seen, outline)
    if band is None:
        return []
    return [_readings(views, band, likely_turns(seen), recognise)]


def _text_map(view: Grey, outline: Ellipse, detect_ring: RingDetector) -> Likelihood:
    """The detector's map of the view; it is only shown the seal, which it then sees larger."""
    wide, high = (_JUST_AROUND * reach for reach in outline.extent)
    rows = slice(max(0, int(outline.y - high)), int(outline.y + high) + 1)
    columns = slice(max(0, int(outline.x - wide)), int(outline.x + wide) + 1)
    seen = np.zeros(view.shape, dtype=np.float32)
    seen[rows, columns] = detect_ring(as_pixels(view[rows, columns]))
    return seen


def _settled(readings: Sequence[Reading]) -> bool:
    """Whether another band would tell nothing more: a lone view can't become certain."""
    if len(readings) > 1:
        return _agreed([readings]) is not None
    return all(reading.complete and reading.weakest >= _SURE for reading in readings)


def _agreed(by_band: Sequence[Sequence[Reading]]) -> Reading | None:
    """The name that two unlike views give in full and without a doubtful character, else None.

    Two bands of one view are not unlike: where it shows 壬 as 千, both are read so. Another reading
    that has the same name and more shows that both left something out.
    """
    by_view = list(zip(*by_band, strict=True))
    if len(by_view) < 2:
        return None
    readings = [each for view in by_view for each in view]
    for one, other in product(*by_view):
        same = one.text == other.text and one.complete and other.complete
        if same and min(one.weakest, other.weakest) >= _SURE:
            longer = [each for each in readings if one.text in each.text and each.text != one.text]
            return None if longer else max(one, other, key=lambda each: each.confidence)
    return None


def _best(readings: Sequence[Reading]) -> Reading:
    """The most believable reading; a name that was read twice counts for more."""

    def worth(reading: Reading) -> float:
        twice = sum(each.text == reading.text for each in readings) > 1
        return reading.confidence + 0.08 * twice + 0.1 * reading.complete

    # Of two good readings that differ by characters at an end, the longer one saw them; but what
    # follows the end of a name, and is none, are words from the middle of the seal.
    whole = [
        reading
        for reading in readings
        if not any(
            reading.text in other.text and reading.text != other.text and other.weakest > _LEAST
            for other in readings
            if not goes_on_after_its_name(other.text, reading.text)
        )
    ]
    best = max(whole, key=worth, default=NOTHING)
    return best if best.confidence >= _LEAST else NOTHING
