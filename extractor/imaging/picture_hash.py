"""What a picture looks like, in 256 bits that stay nearly the same however it is scanned.

The signs of its coarsest waves (perceptual hash by DCT). OpenCV's own ``PHash`` keeps 64 of them,
too few to tell two bar charts of one style apart: of charts with other data it finds some as near
as a chart is to its own scan.
"""

from __future__ import annotations

import cv2
import numpy as np

from extractor.imaging.pixels import Grey

BITS = 256
_SIDE = 64
"""Pixels to which a picture is shrunk, four for the shortest wave that counts."""
_WAVES = 16
"""In each direction; finer ones are lost in a poor scan."""


def picture_hash(grey: Grey) -> str:
    """The hash as 64 hexadecimal figures; one of its bits, the brightness, is always 0."""
    small = cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    waves = np.asarray(cv2.dct(small))[:_WAVES, :_WAVES].ravel()[1:]
    return np.packbits(np.append(waves > np.median(waves), False)).tobytes().hex()
