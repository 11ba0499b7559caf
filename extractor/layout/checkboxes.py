"""Printed boxes to tick: where they are, and whether they are ticked."""

from __future__ import annotations

import cv2
import numpy as np

from extractor.imaging.pixels import Grey, Mask, Pixels
from extractor.layout.circles import find_circles, is_dotted
from extractor.layout.square_marks import HOLLOW, Square, ink_inside
from extractor.layout.squares import find_squares
from models.document import BoundingBox, Checkbox

_SHORT_SIDE = 1700
"""Pixels above which the page is reduced first: 200 dpi show a box well enough."""

_TICKED = 0.10
"""Share of dark pixels inside from which a box is ticked: a thin √ covers about an eighth."""


def find_checkboxes(pixels: Pixels, as_scanned: Pixels | None = None) -> tuple[Checkbox, ...]:
    """The boxes and circles of an upright page, from top to bottom.

    Args:
        pixels: the page with coloured ink lifted off, where that was done.
        as_scanned: the same page with its ink. A box that looks different there has a coloured
            tick, or a seal over it: its state is None.
    """
    grey = _grey(pixels)
    dark = _dark(grey)
    inked = None if as_scanned is None else _dark(_grey(as_scanned))
    height, width = dark.shape
    found: list[Checkbox] = []
    seen = [
        *((square, _state) for square in find_squares(dark, grey)),
        *((circle, is_dotted) for circle in find_circles(dark)),
    ]
    for square, judge in seen:
        state = judge(dark, square)
        if inked is not None and judge(inked, square) != state:
            state = None
        box = BoundingBox.clipped(
            square.left / width,
            square.top / height,
            square.right / width,
            square.bottom / height,
        )
        if all(box.overlap(other.box) < 0.3 for other in found):
            found.append(Checkbox(box=box, checked=state))
    return tuple(sorted(found, key=lambda each: (each.box.top, each.box.left)))


def _grey(pixels: Pixels) -> Grey:
    """The page in grey, at most so large that a box is still clear."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    scale = _SHORT_SIDE / min(grey.shape)
    if scale < 0.95:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, dtype=np.uint8)


def _dark(grey: Grey) -> Mask:
    """Where print is, whatever the light: darker than its surroundings."""
    reach = max(15, round(min(grey.shape) * 0.03)) | 1
    lighter = cv2.subtract(cv2.blur(grey, (reach, reach)), grey)
    # A solid box darkens its own surroundings: what is black outright is print all the same.
    black = 0.42 * float(np.quantile(grey[::7, ::7], 0.7))
    return np.asarray((lighter > 28) | (grey < black), dtype=np.bool_)


def _state(dark: Mask, square: Square) -> bool | None:
    """Ticked, empty, or None where the ink inside is neither nothing nor a mark."""
    inside = ink_inside(dark, square)
    share = float(inside.mean()) if inside.size else 0.0
    if share <= HOLLOW:
        return False
    return True if share >= _TICKED else None
