import numpy as np
import pytest
import zxingcpp

from extractor.codes.decoding import read_codes
from extractor.imaging.pixels import Pixels


@pytest.fixture
def paper() -> Pixels:
    return np.full((2339, 1654, 3), 255, np.uint8)


def put(page: Pixels, text: str, kind: zxingcpp.BarcodeFormat, left: int, top: int) -> None:
    code = zxingcpp.create_barcode(text, kind)
    image = np.asarray(zxingcpp.write_barcode_to_image(code, scale=5))
    page[top : top + image.shape[0], left : left + image.shape[1]] = image[:, :, None]


def test_a_qr_code_is_read_with_its_place(paper: Pixels) -> None:
    put(
        paper, "https://example.invalid/91420100MA4KXXXX0X", zxingcpp.BarcodeFormat.QRCode, 300, 900
    )
    (code,) = read_codes(paper)
    assert code.text == "https://example.invalid/91420100MA4KXXXX0X"
    assert "QR" in code.symbology
    assert code.box.left == pytest.approx(300 / 1654, abs=0.03)
    assert code.box.top == pytest.approx(900 / 2339, abs=0.03)


def test_codes_come_from_top_to_bottom(paper: Pixels) -> None:
    put(paper, "second", zxingcpp.BarcodeFormat.QRCode, 200, 1500)
    put(paper, "鄂26ABCDEF", zxingcpp.BarcodeFormat.QRCode, 900, 300)
    assert [code.text for code in read_codes(paper)] == ["鄂26ABCDEF", "second"]


def test_a_barcode_is_read(paper: Pixels) -> None:
    put(paper, "NO20260001", zxingcpp.BarcodeFormat.Code128, 300, 700)
    assert [code.text for code in read_codes(paper)] == ["NO20260001"]


def test_a_page_without_codes_has_none(paper: Pixels) -> None:
    paper[300:320, 200:1400] = 0
    assert read_codes(paper) == ()
