from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name, Pdf
from PIL import Image

from extractor.reports.annotated import Original, Remark, on_page, write_annotated
from models.report import Box, Report

RED = (1.0, 0.0, 0.0)
BOX: Box = (0.10, 0.20, 0.40, 0.30)


def page_with(rotate: int, crop: bool) -> bytes:
    """A PDF of one white page with a black mark where BOX is when the page is shown."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(400, 600))
        page = pdf.pages[0]
        page.obj[Name.Rotate] = rotate
        if crop:
            page.obj[Name.CropBox] = Array([20, 30, 380, 570])
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    import io

    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def shown(path: Path, turned: int) -> np.ndarray:
    """The first page as a reader shows it, turned upright."""
    document = pypdfium2.PdfDocument(path)
    pixels = np.asarray(document[0].render(scale=1, may_draw_forms=True).to_pil().convert("RGB"))
    document.close()
    return np.rot90(pixels, k=turned // 90 % 4)


@pytest.mark.parametrize("crop", [False, True])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_box_is_where_the_reviewer_saw_it_however_the_page_is_turned(
    tmp_path: Path, report: Report, rotate: int, turned: int, crop: bool
) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(page_with(rotate, crop))
    first = report.pages[0].model_copy(update={"file": 0, "number": 1, "turned": turned})
    files = report.submission.files[:1]
    bare = report.model_copy(
        update={
            "pages": [first],
            "findings": [],
            "documents": [],
            "submission": report.submission.model_copy(update={"files": files}),
        }
    )
    out = tmp_path / "out.pdf"
    original = Original(source, "application/pdf")
    write_annotated(bare, [original], out, [Remark(0, 1, BOX, "看这里", RED)])
    upright = shown(out, turned)
    red = (upright[..., 0] > 200) & (upright[..., 1] < 120) & (upright[..., 2] < 120)
    rows, columns = np.nonzero(red)
    high, wide = red.shape
    found = columns.min() / wide, rows.min() / high, columns.max() / wide, rows.max() / high
    assert found == pytest.approx(BOX, abs=0.015)


def test_notes_keep_their_chinese_and_their_place(tmp_path: Path, report: Report) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(page_with(0, False))
    first = report.pages[0].model_copy(update={"file": 0, "number": 1})
    bare = report.model_copy(update={"pages": [first], "findings": [], "documents": []})
    out = tmp_path / "out.pdf"
    originals = [Original(source, "application/pdf")]
    write_annotated(bare, originals, out, [Remark(0, 1, None, "请企业说明：第 8 页")])
    with pikepdf.open(out) as pdf:
        notes = [each for each in pdf.pages[0].obj[Name.Annots] if each.Subtype == Name.Text]
    assert "请企业说明：第 8 页" in [str(each.Contents) for each in notes]


def test_an_image_becomes_a_page(tmp_path: Path, report: Report) -> None:
    picture = tmp_path / "licence.png"
    Image.new("RGB", (300, 200), "white").save(picture)
    first = report.pages[0].model_copy(update={"file": 0, "number": 1})
    bare = report.model_copy(update={"pages": [first], "findings": [], "documents": []})
    out = tmp_path / "out.pdf"
    write_annotated(bare, [Original(picture, "image/png")], out, [Remark(0, 1, BOX, "框", RED)])
    with pikepdf.open(out) as pdf:
        kinds = [each.Subtype for each in pdf.pages[0].obj[Name.Annots]]
    assert Name.Square in kinds


def test_the_whole_page_is_the_whole_crop_box() -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(400, 600))
        assert on_page(pdf.pages[0], (0, 0, 1, 1), 90) == (0, 0, 400, 600)
