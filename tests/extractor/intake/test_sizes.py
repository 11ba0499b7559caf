import pytest

from extractor.intake.sizes import scale_of_page, scale_of_picture

A4 = (595.28, 841.89)


def test_a_born_digital_a4_is_rendered_at_200_dpi() -> None:
    assert scale_of_page(*A4, None, 12) == pytest.approx(200 / 72, rel=1e-4)


def test_a_scan_is_never_enlarged() -> None:
    assert scale_of_page(*A4, 100 / 72, 12) == pytest.approx(100 / 72, rel=1e-4)


def test_no_page_exceeds_the_megapixels() -> None:
    scale = scale_of_page(800, 1200, None, 2)
    assert 800 * 1200 * scale**2 == pytest.approx(2e6)


def test_a_small_photograph_stays_as_it_is() -> None:
    assert scale_of_picture(720, 960, 72.0, 12) == 1.0


def test_a_camera_picture_is_reduced_until_one_side_is_that_of_an_a4() -> None:
    scale = scale_of_picture(3000, 4000, 72.0, 12)
    assert 3000 * scale == pytest.approx(1754, abs=1)


def test_a_long_screenshot_keeps_its_letters() -> None:
    assert scale_of_picture(1080, 8000, 96.0, 12) == 1.0


def test_a_stated_scanner_resolution_is_believed() -> None:
    assert scale_of_picture(3508, 4961, 300.0, 12) == pytest.approx(2 / 3)
