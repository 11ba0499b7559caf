import io
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from extractor.imaging.pixels import Pixels
from extractor.intake.content import PDF, PNG, WORD
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.rendering import PageRenderer, RawPage, render
from models.errors import DamagedFile, UnsupportedFile
from tests.extractor.intake.conftest import Typeset

SCAN = (np.random.default_rng(0).integers(0, 255, (585, 414)) > 127).astype(np.uint8) * 255


def page_of(path: Path, number: int = 1) -> RawPage:
    return render(OpenedFile(path, path.name, "", PDF, number), number, Limits())


def scan_pdf(
    path: Path, scan: Pixels, size: tuple[float, float] = (595.28, 842), text: str = ""
) -> Path:
    """A page that is one picture, with invisible text over it."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=size)
        picture = document.make_stream(scan.tobytes())
        picture.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=scan.shape[1],
                Height=scan.shape[0],
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )  # fmt: skip
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(I=picture), Font=pikepdf.Dictionary(F=font)
        )
        wide, high = size
        page.Contents = document.make_stream(
            f"q {wide} 0 0 {high} 0 0 cm /I Do Q BT 3 Tr /F 12 Tf 90 700 Td ({text}) Tj ET".encode()
        )
        document.save(path)
    return path


def test_a_scan_of_low_resolution_comes_out_pixel_by_pixel(tmp_path: Path) -> None:
    pixels = page_of(scan_pdf(tmp_path / "scan.pdf", SCAN, (595.44, 841.4))).pixels
    assert pixels.shape == (*SCAN.shape, 3)
    assert (np.abs(pixels[:, :, 0].astype(int) - SCAN) > 30).mean() < 0.01


def test_a_scan_of_high_resolution_comes_out_at_200_dpi(tmp_path: Path) -> None:
    scan = np.full((3508, 2480), 255, np.uint8)
    scan[:100] = 0
    assert page_of(scan_pdf(tmp_path / "scan.pdf", scan)).pixels.shape[:2] == (2339, 1654)


def test_a_page_as_large_as_its_pixels_comes_out_as_an_a4(tmp_path: Path) -> None:
    scan = np.full((3508, 2480), 200, np.uint8)
    pixels = page_of(scan_pdf(tmp_path / "scan.pdf", scan, (2480, 3508))).pixels
    assert pixels.shape[:2] == (2340, 1654)


def test_a_huge_page_is_rendered_down(blank_pdf: object, tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(14400, 2000))
        document.save(tmp_path / "huge.pdf")
    pixels = page_of(tmp_path / "huge.pdf").pixels
    assert pixels.shape[0] * pixels.shape[1] <= 12.1e6


def test_a_scan_with_a_text_layer_is_left_to_the_engine(tmp_path: Path) -> None:
    page = page_of(scan_pdf(tmp_path / "scan.pdf", SCAN, text="total revenue of 2025: 12345"))
    assert page.lines is None
    assert page.rulings is None


def test_a_page_with_its_own_text_has_lines_rulings_and_places(form: Path) -> None:
    page = page_of(form)
    assert page.lines is not None
    assert page.rulings is not None
    texts = [line.text for line in page.lines]
    assert texts[0] == "人工智能企业申报书"
    assert {"单位名称", "武汉某某智能科技有限公司", "12,345.67", "128"} <= set(texts)
    assert "☑民营企业□国有企业□其他" in texts
    assert sum(ruling.horizontal for ruling in page.rulings) == 4
    for line in page.lines:
        assert len(line.centres) == len(line.text)
        assert line.source == "text_layer"
        assert list(line.centres) == sorted(line.centres)
        assert line.box.left <= line.centres[0] <= line.centres[-1] <= line.box.right


def test_lines_and_rulings_lie_where_the_page_shows_them(form: Path) -> None:
    page = page_of(form)
    high, wide = page.pixels.shape[:2]
    grey = cv2.cvtColor(page.pixels, cv2.COLOR_BGR2GRAY)
    for line in page.lines or ():
        box = line.box
        rows = slice(int(box.top * high), int(box.bottom * high) + 1)
        assert grey[rows, int(box.left * wide) : int(box.right * wide) + 1].min() < 128
    for ruling in page.rulings or ():
        x, y = (np.array(ruling.start) + ruling.end) / 2 * (wide, high)
        assert grey[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3].min() < 160


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("offset", [0, 40])
@pytest.mark.parametrize("cropped", [False, True])
def test_text_is_read_on_pages_that_are_turned_shifted_or_cropped(
    form: Path, tmp_path: Path, turn: int, offset: int, cropped: bool
) -> None:
    with pikepdf.open(form) as document:
        page = document.pages[0]
        wide, high = (float(number) for number in page.MediaBox[2:])
        turning = {
            0: "1 0 0 1 0 0",
            90: f"0 1 -1 0 {high} 0",
            180: f"-1 0 0 -1 {wide} {high}",
            270: f"0 -1 1 0 0 {wide}",
        }[turn]
        page.contents_add(f"q 1 0 0 1 {offset} {offset} cm {turning} cm".encode(), prepend=True)
        page.contents_add(b"Q")
        shown = (wide, high) if turn % 180 == 0 else (high, wide)
        page.MediaBox = [offset, offset, offset + shown[0], offset + shown[1]]
        page.Rotate = turn
        if cropped:
            page.CropBox = [
                offset + 20,
                offset + 25,
                offset + shown[0] - 30,
                offset + shown[1] - 35,
            ]
        document.save(tmp_path / "turned.pdf")
    page = page_of(tmp_path / "turned.pdf")
    assert page.lines is not None
    assert page.rulings is not None
    assert page.lines[0].text == "人工智能企业申报书"
    assert len(page.rulings) == len(page_of(form).rulings or ())


def test_text_in_neighbouring_cells_is_never_one_line(typeset: Typeset) -> None:
    page = page_of(
        typeset(
            '#set text(font: "Noto Sans SC")\n'
            "#table(columns: 3, inset: 1pt, [甲方乙方], [丙方丁方], [金额123])\n 金额单位元"
        )
    )
    assert page.lines is not None
    assert [line.text for line in page.lines[:3]] == ["甲方乙方", "丙方丁方", "金额123"]


def test_a_wide_gap_divides_a_line_and_a_narrow_one_does_not(typeset: Typeset) -> None:
    page = page_of(
        typeset(
            '#set text(font: "Noto Sans SC", size: 10pt)\n'
            "姓名#h(10pt)张三丰#h(60pt)职务#h(2pt)总经理\n"
        )
    )
    assert page.lines is not None
    assert [line.text.replace(" ", "") for line in page.lines] == ["姓名张三丰", "职务总经理"]


def test_hidden_text_is_not_believed(typeset: Typeset) -> None:
    page = page_of(
        typeset(
            '#set text(font: "Noto Sans SC")\n营业收入合计一百万元整\n\n'
            "#text(fill: white)[营业收入合计九百万元整]"
        )
    )
    assert page.lines is None


def test_a_page_whose_print_is_partly_drawn_is_left_to_the_engine(
    form: Path, tmp_path: Path
) -> None:
    with pikepdf.open(form) as document:
        letters = "".join(f"{60 + x} 300 5 7 re f " for x in range(0, 400, 9))
        document.pages[0].contents_add(f"q {letters} Q".encode())
        document.save(tmp_path / "drawn.pdf")
    assert page_of(tmp_path / "drawn.pdf").lines is None


def test_a_text_layer_of_wrong_characters_is_not_believed(typeset: Typeset) -> None:
    rare = "".join(chr(0x4E00 + 7 * number) for number in range(40))
    assert page_of(typeset(f'#set text(font: "Noto Sans SC")\n{rare}')).lines is None


def test_a_page_with_form_fields_is_left_to_the_engine(form: Path, tmp_path: Path) -> None:
    with pikepdf.open(form) as document:
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx,
            T="revenue", V="999", Rect=[100, 100, 200, 120],
        )  # fmt: skip
        document.pages[0].Annots = [document.make_indirect(field)]
        document.Root.AcroForm = pikepdf.Dictionary(Fields=document.pages[0].Annots)
        document.save(tmp_path / "fields.pdf")
    assert page_of(tmp_path / "fields.pdf").lines is None


def test_a_page_with_a_large_picture_is_left_to_the_engine(
    typeset: Typeset, tmp_path: Path
) -> None:
    path = typeset('#set text(font: "Noto Sans SC")\n营业收入合计一百万元整')
    with (
        pikepdf.open(path) as document,
        pikepdf.open(scan_pdf(tmp_path / "scan.pdf", SCAN, (300, 400))) as other,
    ):
        document.pages[0].add_overlay(other.pages[0], pikepdf.Rectangle(100, 100, 400, 500))
        document.save(tmp_path / "both.pdf")
    assert page_of(tmp_path / "both.pdf").lines is None


def test_a_scan_whose_picture_can_not_be_decoded_is_damaged(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "scan.pdf", SCAN)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        picture = document.pages[0].Resources.XObject.I
        picture.write(b"\x00\x01 no picture", filter=pikepdf.Name.DCTDecode)
        document.save(path)
    with pytest.raises(DamagedFile, match="第 1 页") as raised:
        page_of(path)
    assert raised.value.page == 1


def test_a_renderer_goes_back_and_forth_between_files(form: Path, tmp_path: Path) -> None:
    scan = scan_pdf(tmp_path / "scan.pdf", SCAN)
    with PageRenderer(Limits()) as renderer:
        for _ in range(2):
            assert renderer.render(OpenedFile(form, "form.pdf", "", PDF, 1), 1).lines is not None
            assert renderer.render(OpenedFile(scan, "scan.pdf", "", PDF, 1), 1).lines is None


def test_an_image_file_is_a_page_on_white_paper(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (30, 40), (0, 0, 0, 0)).save(stream, "PNG")
    (tmp_path / "clear.png").write_bytes(stream.getvalue())
    page = render(OpenedFile(tmp_path / "clear.png", "clear.png", "", PNG, 1), 1, Limits())
    assert page.pixels.shape == (40, 30, 3)
    assert page.pixels.min() == 255


@pytest.mark.parametrize("size", [(1, 1), (3000, 2), (2, 3000)])
def test_a_picture_without_room_for_print_is_damaged(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("L", size, 255).save(tmp_path / "thread.png")
    with pytest.raises(DamagedFile, match="太小"):
        render(OpenedFile(tmp_path / "thread.png", "thread.png", "", PNG, 1), 1, Limits())


def test_a_word_file_is_not_rendered(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFile):
        render(OpenedFile(tmp_path / "a.docx", "a.docx", "", WORD, 1), 1, Limits())


def test_a_file_that_cannot_be_closed_does_not_stand_in_the_way_of_the_next(
    form: Path, tmp_path: Path
) -> None:
    """Its page has a size made of words, at which the second parser stumbles whenever it looks."""
    damaged = tmp_path / "words.pdf"
    with pikepdf.open(form) as document:
        for page in document.pages:
            page.MediaBox = pikepdf.Array([pikepdf.Name.A] * 4)
        document.save(damaged)
    limits = Limits()
    with PageRenderer(limits) as renderer:
        for path in (damaged, form):
            file = OpenedFile(path, path.name, "", PDF, 1)
            assert renderer.render(file, 1).pixels.size
