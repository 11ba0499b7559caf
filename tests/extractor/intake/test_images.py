from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractor.intake.images import read_image
from models.errors import DamagedFile


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 40), "white")
    image.paste((0, 0, 0), (0, 0, 60, 10))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif, quality=95)
    pixels = read_image(tmp_path / "a.jpg", "a.jpg", 1, 12)
    assert pixels.shape[:2] == (60, 40)
    assert pixels[:, -8:].mean() < 30 < 200 < pixels[:, :20].mean()


def test_sixteen_bits_a_pixel_keep_their_greys(tmp_path: Path) -> None:
    levels = np.array([[0, 0x8000, 0xFFFF]] * 4, dtype=np.uint16)
    Image.fromarray(levels).save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png", "a.png", 1, 12)[0, :, 0].tolist() == [0, 128, 255]


def test_colours_come_out_blue_first(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (255, 0, 10)).save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png", "a.png", 1, 12)[0, 0].tolist() == [10, 0, 255]


def test_a_black_and_white_fax_is_read(tmp_path: Path) -> None:
    Image.new("1", (40, 40), 1).save(tmp_path / "a.tif", compression="group4")
    assert read_image(tmp_path / "a.tif", "a.tif", 1, 12).min() == 255


def test_a_frame_that_is_not_there_is_damage(tmp_path: Path) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "a.tif")
    with pytest.raises(DamagedFile):
        read_image(tmp_path / "a.tif", "a.tif", 2, 12)
