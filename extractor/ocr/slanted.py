"""Tells print from what is written across it: 仅供……使用 on copies, pieces of a seal's ring."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.ocr.boxes import Quad

SLANTED = 10.0
"""Degrees. Lines of print lean within a few degrees of one another even on a curled page taken at
an angle; words across a copy stand at 15 to 60."""

FEW = 3
"""Level boxes that make lines of print; fewer are chance on a page that leans as a whole."""

LONG = 3.0
"""Length of a box in heights from which its direction can be told."""

SHORT = 1.6
"""The same where other boxes of the page lean alike: two letters are that long."""


def without_slanted(quads: Sequence[Quad]) -> list[Quad]:
    """The boxes without those that stand across the others."""
    leans = [_lean(quad, LONG) for quad in quads]
    told = [lean for lean in leans if lean is not None]
    if not told:
        return list(quads)
    level = [lean for lean in told if abs(lean) <= SLANTED]
    # A watermark can have more pieces than the page has lines; pages come here straightened.
    usual = float(np.median(level if len(level) >= FEW else told))
    across = [lean for lean in told if abs(lean - usual) > SLANTED]
    return [
        quad
        for quad, lean in zip(quads, leans, strict=True)
        if not (_is_piece(quad, usual, across) if lean is None else lean in across)
    ]


def _is_piece(quad: Quad, usual: float, across: Sequence[float]) -> bool:
    """Whether a short box leans as words across this page do: two or three of their letters."""
    lean = _lean(quad, SHORT)
    if lean is None or abs(lean - usual) <= SLANTED:
        return False
    return any(abs(lean - other) <= SLANTED for other in across)


def _lean(quad: Quad, long: float) -> float | None:
    """Degrees, -45…45, of a long box from the nearer of level and upright; None of a short one."""
    across = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
    down = (quad[3] - quad[0] + quad[2] - quad[1]) / 2
    length, height = float(np.linalg.norm(across)), float(np.linalg.norm(down))
    if max(length, height) < long * max(1.0, min(length, height)):
        return None
    along = across if length >= height else down
    angle = float(np.degrees(np.arctan2(along[1], along[0])))
    return (angle + 45) % 90 - 45
