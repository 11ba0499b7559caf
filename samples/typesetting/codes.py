"""Matrix codes as rows of 0 and 1."""

from __future__ import annotations

import numpy as np
import zxingcpp


def code_matrix(text: str) -> list[list[int]]:
    """Returns the QR code of ``text`` with its quiet zone, 1 for dark; empty for empty text."""
    if not text:
        return []
    image = np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=1))
    return [[int(value < 128) for value in row] for row in image]
