"""What fills a small square on a page: nothing, a tick, a block, or the strokes of a character."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extractor.imaging.pixels import Grey, Mask

HOLLOW = 0.04
"""Share of dark pixels inside up to which a box is empty; specks and blurred sides stay below."""
_RIM = 0.28
"""Share of a filled box beside each of its sides that a frame with a margin inside may take."""
_BLACK = 0.3
"""How far from black to paper the middle of a filled box may reach; between the strokes of a
character half of the way is left at least, however blurred."""


@dataclass(frozen=True)
class Square:
    """Four sides in pixels, right and bottom excluded, and how thick they are."""

    left: int
    top: int
    right: int
    bottom: int
    line: int

    @property
    def side(self) -> int:
        """The longer side, in pixels."""
        return max(self.right - self.left, self.bottom - self.top)


def ink_inside(dark: Mask, square: Square) -> Mask:
    """The pixels within the sides, without the blur along them."""
    inset = square.line + max(1, round(0.07 * square.side))
    rows = dark[square.top + inset : square.bottom - inset]
    return rows[:, square.left + inset : square.right - inset]


def is_character(dark: Mask, grey: Grey, square: Square) -> bool:
    """Whether it is 日, 目, 田, 回, 国 …: level or upright strokes inside, or all run together."""
    inside = ink_inside(dark, square)
    if inside.size == 0:
        return True
    share = float(inside.mean())
    if share <= HOLLOW:
        return False
    if share >= 0.7:
        return not (_has_paper_round_block(dark, square) or is_black_inside(grey, square))
    longest = max(_longest_run(inside), _longest_run(inside.T))
    mirrored = inside[:, ::-1]
    alike = float((inside & mirrored).sum() / max(1, (inside | mirrored).sum()))
    # √ leans to one side, × has no long stroke; the characters are even or barred from side to side.
    if longest <= 0.4 or (longest <= 0.65 and alike <= 0.7):
        return False
    # A bold √ is wide where its strokes meet, but high: the bar of 日, worn at one end, is not.
    rows = np.flatnonzero(inside.any(axis=1))
    high = (rows[-1] + 1 - rows[0]) / len(inside)
    if longest <= 0.75 and alike <= 0.7 and high >= 0.6:
        return False
    return not (_is_block(inside, square.side) or _is_disc(inside, square.side))


def _longest_run(inside: Mask) -> float:
    """The longest level stroke inside, as a share of the width."""
    length = inside.shape[1]
    for run in range(length, 0, -1):
        kernel = np.ones((1, run), np.uint8)
        if cv2.erode(inside.astype(np.uint8), kernel, borderValue=(0,)).any():
            return float(run / length)
    return 0.0


def _is_block(inside: Mask, side: int) -> bool:
    """Whether the ink inside is one filled rectangle, half as wide as the box or wider, as in ▣.

    The corner of a QR code has one too: three of its seven modules wide.
    """
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    block = inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return bool(block.mean() > 0.85 and min(block.shape) >= 0.48 * side)


def _is_disc(inside: Mask, side: int) -> bool:
    """Whether the ink inside is one round dot, as wide as it is high."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    dot = inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    high, wide = dot.shape
    y, x = np.mgrid[:high, :wide]
    round_one = ((x + 0.5) / wide - 0.5) ** 2 + ((y + 0.5) / high - 0.5) ** 2 <= 0.25
    alike = float((dot & round_one).sum() / max(1, (dot | round_one).sum()))
    return bool(min(high, wide) >= 0.3 * side and 0.8 <= wide / high <= 1.25 and alike > 0.85)


def _has_paper_round_block(dark: Mask, square: Square) -> bool:
    """Whether paper shows between each side and what fills the box, as in ▣."""
    own = dark[square.top : square.bottom, square.left : square.right]
    deep = square.line + max(2, round(0.15 * square.side))
    # From each side inwards; the strokes of the other two sides are left out.
    across = own[deep:-deep].mean(axis=0) if len(own) > 2 * deep else np.ones(1)
    along = own[:, deep:-deep].mean(axis=1) if own.shape[1] > 2 * deep else np.ones(1)
    return all(
        bool(edge[:deep].min() <= 0.25) for edge in (across, across[::-1], along, along[::-1])
    )


def is_black_inside(grey: Grey, square: Square) -> bool:
    """Whether its middle is one black, as dark as print gets; ran-together strokes are greyer.

    The rim is left out: in ▣ a line of paper runs round the block, too thin for the scan to show.
    """
    rim, side = round(_RIM * square.side), square.side
    core = grey[square.top + rim : square.bottom - rim, square.left + rim : square.right - rim]
    around = grey[
        max(0, square.top - side) : square.bottom + side,
        max(0, square.left - side) : square.right + side,
    ]
    if core.size == 0:
        return False
    ink, paper = np.quantile(around, (0.01, 0.8))
    lightest = float(np.quantile(core, 0.95))
    return bool(lightest <= ink + _BLACK * (paper - ink))
