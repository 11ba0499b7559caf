"""Upright pictures of the pages, kept while a report is being made."""

from pathlib import Path

import cv2

from extractor.imaging.pixels import Pixels

LONG_SIDE = 1754
"""Pixels: 150 dots per inch on A4, enough to read a crop at a quarter of a scan's bytes."""
_QUALITY = 75


def picture_path(folder: Path, file: int, page: int) -> Path:
    """Where the picture of a page is kept: file index from 0, page number from 1."""
    return folder / f"{file}-{page}.jpg"


def save_picture(pixels: Pixels, path: Path) -> None:
    """Writes the page as JPEG; raises OSError where the folder can't be written."""
    scale = min(1.0, LONG_SIDE / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if not cv2.imwrite(str(path), small, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY]):
        raise OSError(f"{path} could not be written")
