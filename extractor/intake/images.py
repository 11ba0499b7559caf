"""Reads a page of an image file."""

from __future__ import annotations

import warnings
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from extractor.imaging.pixels import Pixels
from extractor.intake.sizes import scale_of_picture
from models.errors import DamagedFile


def read_image(path: Path, name: str, number: int, megapixels: float) -> Pixels:
    """Frame ``number`` of an image file as its camera held it, on white, reduced to A4 at 200 dpi.

    Raises:
        DamagedFile: where it can't be decoded.
    """
    try:
        with warnings.catch_warnings():
            # The size was checked when the file was opened.
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                image.seek(number - 1)
                resolution = image.info.get("dpi")
                pixels = _bgr(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DamagedFile(
            "图像已损坏或不完整，请重新扫描或重新导出后提交。", name, number
        ) from error
    height, width = pixels.shape[:2]
    scale = scale_of_picture(width, height, _dots_per_inch(resolution), megapixels)
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _dots_per_inch(stated: object) -> float | None:
    """The resolution an image states, where it states one that can be true."""
    if isinstance(stated, tuple) and len(stated) == 2:
        across, down = float(stated[0]), float(stated[1])
        if abs(across - down) <= 0.02 * max(across, down):
            return across
    return None


def _bgr(image: Image.Image) -> Pixels:
    """Any mode as blue, green, red of 8 bits, transparent parts white."""
    if image.mode.startswith("I") or image.mode == "F":
        levels = np.asarray(image, dtype=np.float32)
        # 16 bits a pixel, in whatever integer type the file has them.
        grey = (levels / (256.0 if levels.max(initial=0) > 255 else 1.0)).clip(0, 255)
        return np.ascontiguousarray(np.repeat(grey.astype(np.uint8)[:, :, None], 3, axis=2))
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        image = Image.alpha_composite(paper, clear)
    return np.ascontiguousarray(np.asarray(image.convert("RGB"), dtype=np.uint8)[:, :, ::-1])
