"""At which resolution a page is handed on: 200 dpi where its size is known, never enlarged."""

from __future__ import annotations

POINTS_PER_INCH = 72.0
READING_DPI = 200.0
A4_LONG, A4_SHORT = 2339, 1654
"""Pixels of an A4 at 200 dpi."""
SMALLEST, LARGEST = 5.5, 17.0
"""Inches the longer side has on paper people submit, a slip to an A3; else the size is not
believed: many programs write one point for each pixel."""
LEAST_DPI, MOST_DPI = 150.0, 1200.0
"""Resolutions that scanners state; cameras and screens write 72 or 96 without meaning it."""


def scale_of_picture(width: int, height: int, dpi: float | None, megapixels: float) -> float:
    """By how much a picture is reduced, at most 1."""
    if dpi is not None and LEAST_DPI <= dpi <= MOST_DPI and _believed(max(width, height) / dpi):
        scale = READING_DPI / dpi
    else:
        scale = _to_a4(width, height)
    return min(scale, 1.0, _to_megapixels(width, height, megapixels))


def scale_of_page(width: float, height: float, scan: float | None, megapixels: float) -> float:
    """Pixels for each point of a page of this size in points.

    Args:
        width: Of the page, in points.
        height: Of the page, in points.
        scan: Pixels for each point of the picture that fills the page; None without one.
        megapixels: The most the result may have.
    """
    believed = _believed(max(width, height) / POINTS_PER_INCH)
    scale = READING_DPI / POINTS_PER_INCH if believed else _to_a4(width, height)
    return min(scale, scan or scale, _to_megapixels(width, height, megapixels))


def _believed(inches: float) -> bool:
    return SMALLEST <= inches <= LARGEST


def _to_a4(width: float, height: float) -> float:
    """The factor at which one side has what an A4 has at 200 dpi, and the other no less."""
    return max(A4_LONG / max(width, height), A4_SHORT / min(width, height))


def _to_megapixels(width: float, height: float, megapixels: float) -> float:
    return float((megapixels * 1e6 / (width * height)) ** 0.5)
