"""Files that the intake tests open, made on the spot."""

import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pylopdf_fonts_zh_cn
import pytest
import typst

FORM = """
#set page(paper: "a4", margin: 2cm)
#set text(font: ("Noto Serif SC", "Noto Sans SC"), size: 10.5pt, lang: "zh")
#align(center)[#text(size: 18pt)[人工智能企业申报书]]
#table(
  columns: (1fr, 2fr, 1fr, 2fr), stroke: .5pt,
  [单位名称], table.cell(colspan: 3)[武汉某某智能科技有限公司],
  [单位性质], table.cell(colspan: 3)[☑民营企业 □国有企业 □其他],
  [营业收入], [12,345.67], [职工总数], [128],
)
本单位承诺所提交的材料真实、准确、完整，如有虚假，愿意承担相应责任。
"""

Typeset = Callable[[str], Path]


@pytest.fixture(scope="session")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Typeset:
    """Sets a typst source as a PDF."""
    folder = tmp_path_factory.mktemp("typeset")
    fonts = [os.fspath(Path(pylopdf_fonts_zh_cn.__file__).parent)]

    def typeset(source: str) -> Path:
        path = folder / f"{len(list(folder.iterdir()))}.pdf"
        typst.compile(source.encode(), output=os.fspath(path), font_paths=fonts)
        return path

    return typeset


@pytest.fixture(scope="session")
def form(typeset: Typeset) -> Path:
    """A born-digital form of one page with a ruled table."""
    return typeset(FORM)


@pytest.fixture(scope="session")
def blank_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Makes a PDF of so many blank pages."""
    folder = tmp_path_factory.mktemp("blank")

    def blank_pdf(pages: int) -> Path:
        path = folder / f"{pages}.pdf"
        with pikepdf.new() as document:
            for _ in range(pages):
                document.add_blank_page(page_size=(595, 842))
            document.save(path)
        return path

    return blank_pdf
