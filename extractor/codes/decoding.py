"""Reads QR codes and barcodes."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp

from extractor.imaging.pixels import Pixels
from models.document import BoundingBox, Code

SEEN_SIDE = 1700
"""Pixels of the longer side on which codes are looked for: the codes of photographed licences are
lost from 1,400 down."""
FORMATS = zxingcpp.BarcodeFormats(
    (
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.MicroQRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.PDF417,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.Code39,
        zxingcpp.BarcodeFormat.EAN13,
    )
)
"""Those used on documents; the short ones of shops are found in ruled tables that have none."""


def read_codes(pixels: Pixels) -> tuple[Code, ...]:
    """Every code on the page that decodes, from top to bottom; boxes enclose them."""
    height, width = pixels.shape[:2]
    scale = min(1.0, SEEN_SIDE / max(height, width))
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = np.ascontiguousarray(grey)
    codes = [
        Code(
            text=each.text,
            box=_box(each.position, grey.shape[1], grey.shape[0]),
            symbology=str(each.format).removeprefix("BarcodeFormat."),
        )
        # The page is upright, and codes of two dimensions are found at any angle.
        for each in zxingcpp.read_barcodes(grey, FORMATS, try_rotate=False, try_invert=False)
        if each.valid and each.text
    ]
    return tuple(sorted(codes, key=lambda code: (code.box.top, code.box.left)))


def _box(position: zxingcpp.Position, width: int, height: int) -> BoundingBox:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    xs = [corner.x / width for corner in corners]
    ys = [corner.y / height for corner in corners]
    return BoundingBox.clipped(min(xs), min(ys), max(xs), max(ys))
