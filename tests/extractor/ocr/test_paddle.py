"""The real engine on pages set in type."""

import subprocess
import sys

import cv2
import numpy as np
import pytest

from extractor.imaging.rulings import find_rulings
from extractor.ocr import load_engine
from extractor.ocr.second_reading import with_second_reading
from extractor.weights import home, weights_folder

pytestmark = pytest.mark.ocr

LETTER = """
= 企业研发费用说明
武汉东湖新技术开发区某某科技有限公司 2025 年度研发费用合计 12,345,678.90 元。

统一社会信用代码：91420100MA4KXXXX1Y

法定代表人：张三 #h(4cm) 联系电话：027-87654321
"""


def text_of(lines):
    return "".join(line.text for line in lines).replace(" ", "")


def test_a_letter_is_read_line_by_line_downwards(engine, typeset):
    lines = engine.read(typeset(LETTER, "12pt"))
    assert lines[0].text == "企业研发费用说明"
    assert "研发费用合计12,345,678.90元" in text_of(lines)
    assert "91420100MA4KXXXX1Y" in text_of(lines)
    assert "法定代表人：张三" in text_of(lines)
    tops = [line.box.top for line in lines]
    assert tops == sorted(tops)
    assert all(line.confidence > 0.9 for line in lines)


def test_every_character_has_a_place_on_the_page_and_a_confidence(engine, typeset):
    for line in engine.read(typeset(LETTER, "12pt")):
        assert len(line.centres) == len(line.confidences) == len(line.text)
        assert list(line.centres) == sorted(line.centres)
        assert all(line.box.left <= centre <= line.box.right for centre in line.centres)


def test_the_place_of_a_character_is_where_it_is_printed(engine, typeset):
    """Half a character off at most: the amount of a row is told from its neighbour's by it."""
    pixels = typeset("#set par(leading: 1em)\n" + "国 0 " * 12)
    width = pixels.shape[1]
    [line, *_] = engine.read(pixels)
    column = pixels[
        round(line.box.top * pixels.shape[0]) : round(line.box.bottom * pixels.shape[0])
    ].min(axis=(0, 2))
    for character, centre in zip(line.text, line.centres, strict=True):
        if character == "国":
            near = column[round(centre * width) - 4 : round(centre * width) + 5]
            assert near.min() < 128
    distances = np.diff(
        [at for each, at in zip(line.text, line.centres, strict=True) if each == "国"]
    )
    assert distances == pytest.approx(np.full(len(distances), distances.mean()), abs=8 / width)


def test_the_two_runtimes_read_the_same(engine, typeset):
    other = load_engine("onnxruntime", weights_folder(home()))
    assert other.name == "PP-OCRv6 small (onnxruntime)"
    page = typeset(LETTER)
    assert [line.text for line in other.read(page)] == [line.text for line in engine.read(page)]


def test_lone_digits_in_the_cells_of_a_small_table_are_found(engine, typeset):
    rows = ",".join(
        f"[{row}], [直接投入费用第{row}项], [{row * 7919 + 0.5:,.2f}], [{row % 10}]"
        for row in range(1, 41)
    )
    table = f"#table(columns: (1cm, 1fr, 4cm, 1cm), inset: 3pt, {rows})"
    read = [line.text.replace(" ", "") for line in engine.read(typeset(table, "8pt"))]
    for row in range(1, 41):
        assert f"{row * 7919 + 0.5:,.2f}" in read
    found = sum(read.count(str(digit)) for digit in range(1, 10))
    assert found >= 44  # 36 in the last column, 9 in the first, one may be lost


def test_text_set_downwards_is_read_among_rows(engine, typeset):
    page = typeset(
        "#table(columns: (0.9cm, 1fr, 2cm), align: horizon,"
        "table.cell(rowspan: 4)[研\\ 发\\ 费\\ 用], [人员人工], [1.00], [直接投入], [2.00],"
        "[折旧], [3.00], [其他], [4.00])"
    )
    texts = [line.text for line in engine.read(page, find_rulings(page))]
    assert "研发费用" in texts
    texts.remove("研发费用")
    assert texts == ["人员人工", "1.00", "直接投入", "2.00", "折旧", "3.00", "其他", "4.00"]


def test_spaced_captions_above_one_another_are_not_read_downwards(engine, typeset):
    """Licences print them so."""
    page = typeset(
        "#set par(leading: 1.2em)\n"
        + "\\ ".join(
            f"{caption[0]}#h(3em){caption[1]}#h(1em){value}"
            for caption, value in [
                ("名称", "武汉某某科技有限公司"),
                ("类型", "有限责任公司"),
                ("住所", "武汉市东湖高新区某路一号"),
            ]
        ),
        "14pt",
    )
    assert text_of(engine.read(page)) == (
        "名称武汉某某科技有限公司类型有限责任公司住所武汉市东湖高新区某路一号"
    )


def test_cells_that_nearly_touch_are_told_apart_by_the_ruling(engine, typeset):
    rows = "[12,345.67], [76,543.21], [期末余额], [期初余额], " * 8
    pixels = typeset(f"#table(columns: 2, inset: (x: 1.2pt, y: 4pt), {rows})")
    read = [line.text for line in engine.read(pixels, find_rulings(pixels))]
    assert read == ["12,345.67", "76,543.21", "期末余额", "期初余额"] * 8


def test_a_slanted_photograph_is_read(engine, typeset):
    pixels = typeset(LETTER, "14pt")
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 4, 1)
    slanted = cv2.warpAffine(pixels, turn, (width, height), borderValue=(255, 255, 255))
    assert "91420100MA4KXXXX1Y" in text_of(engine.read(slanted))


def test_a_blank_page_says_nothing(engine):
    assert engine.read(np.full((2339, 1654, 3), 255, np.uint8)) == ()


def test_an_empty_picture_says_nothing_and_keeps_its_place(engine, typeset):
    page = typeset("#text(size: 20pt)[合计]")
    ink = np.argwhere(page.max(axis=2) < 128)
    (top, left), (bottom, right) = ink.min(axis=0) - 5, ink.max(axis=0) + 6
    word = page[top:bottom, left:right]
    empty = np.zeros((0, 5, 3), np.uint8)
    assert [each.text for each in engine.recognise([empty, word, empty])] == ["", "合计", ""]
    assert engine.recognise([]) == ()


def test_print_under_ink_has_a_second_reading(engine, typeset):
    clean = typeset(LETTER, "12pt")
    lines = engine.read(clean)
    covered = next(line for line in lines if "91420100" in line.text)
    height, width = clean.shape[:2]
    ink = np.zeros((height, width), dtype=bool)
    top, bottom = round(covered.box.top * height), round(covered.box.bottom * height)
    left, right = round(covered.box.left * width), round(covered.box.right * width)
    ink[top : (top + bottom) // 2, left:right] = True
    scanned = clean.copy()
    scanned[ink] = np.minimum(scanned[ink], (60, 60, 220))
    again = with_second_reading(lines, scanned, ink, engine)
    assert [line.text for line in again if line.second_text is not None] == [covered.text]


def test_reading_needs_no_network():
    code = (
        "import socket, sys\n"
        "def refuse(*arguments): raise SystemExit(f'asked the network for {arguments}')\n"
        "socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse\n"
        "import numpy as np\n"
        "from extractor.ocr import load_engine\n"
        "from extractor.weights import home, weights_folder\n"
        "engine = load_engine('auto', weights_folder(home()))\n"
        "engine.read(np.full((640, 480, 3), 255, np.uint8))\n"
        "assert 'paddle' not in sys.modules and 'torch' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
