import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractor.intake.word import read_word
from models.document import Page
from models.errors import DamagedFile, TooLarge

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


@pytest.fixture
def written(tmp_path: Path) -> Callable[[docx.document.Document], Page]:
    def written(document: docx.document.Document) -> Page:
        document.save(str(tmp_path / "form.docx"))
        return read_word(tmp_path / "form.docx", 3)

    return written


Written = Callable[[docx.document.Document], Page]


def changed(path: Path, tmp_path: Path, change: Callable[[bytes], bytes]) -> Path:
    """The document with its main part changed."""
    target = tmp_path / "changed.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return target


def test_paragraphs_and_cells_come_in_the_order_of_the_document(written: Written) -> None:
    document = docx.Document()
    document.add_paragraph("申报书")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["单位名称", "甲公司", "地址", "武汉市"], strict=True):
        cell.text = text
    document.add_paragraph("承诺")
    page = written(document)
    assert [line.text for line in page.lines] == [
        "申报书", "单位名称", "甲公司", "地址", "武汉市", "承诺",
    ]  # fmt: skip
    assert (page.file, page.number, page.source) == (3, 1, "word")
    tops = [line.box.top for line in page.lines]
    assert tops == sorted(tops)


def test_the_value_stands_beside_its_caption(written: Written) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "单位名称", "甲公司"
    (read,) = written(document).tables
    caption = read.at(0, 0)
    assert caption is not None
    value = read.right_of(caption)
    assert value is not None
    assert value.text == "甲公司"
    assert caption.box.right <= value.box.left + 1e-9
    assert (caption.box.top, caption.box.bottom) == (value.box.top, value.box.bottom)


def test_merged_cells_span_rows_and_columns(written: Written) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "联系人"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "介绍"
    table.cell(1, 2).text = "电话"
    (read,) = written(document).tables
    tall, wide = read.at(1, 0), read.at(2, 2)
    assert tall is not None
    assert wide is not None
    assert (tall.text, tall.row, tall.row_span) == ("联系人", 0, 2)
    assert (wide.text, wide.column, wide.column_span) == ("介绍", 1, 2)
    assert len(read.cells) == 7


def test_a_cell_of_many_lines_keeps_them_inside_its_box(written: Written) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 1).text = "甲\n乙\n丙"
    (read,) = written(document).tables
    cell = read.at(0, 1)
    assert cell is not None
    assert [line.text for line in cell.lines] == ["甲", "乙", "丙"]
    assert all(line.box.overlap(cell.box) > 0.99 for line in cell.lines)


def test_a_table_inside_a_cell_is_a_table_of_its_own(written: Written) -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    outer.cell(0, 0).add_table(1, 2).cell(0, 1).text = "内"
    tables = written(document).tables
    assert [len(table.cells) for table in tables] == [1, 2]


def paragraph_with(inner: str) -> docx.document.Document:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for element in parse_xml(f"<w:p {nsdecls('w')} {W14}>{inner}</w:p>"):
        paragraph._p.append(element)
    return document


CONTROL = (
    "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{}'/></w14:checkbox></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>民营</w:t></w:r>"
)
LEGACY = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>"  # noqa: E501


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (CONTROL.format(1), "☑民营"),
        (CONTROL.format(0), "□民营"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>民营</w:t></w:r>", "☑民营"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/><w:t>民营</w:t></w:r>", "□民营"),
        (
            "<w:r><w:rPr><w:rFonts w:ascii='Wingdings 2'/></w:rPr><w:t>R</w:t></w:r>"
            "<w:r><w:t>民营</w:t></w:r>",
            "☑民营",
        ),
        (LEGACY.format("<w:default w:val='0'/><w:checked/>"), "☑"),
        (LEGACY.format("<w:default w:val='0'/>"), "□"),
        ("<w:r><w:t>☑APP □网页</w:t></w:r>", "☑APP □网页"),
    ],
)
def test_ticks_are_told_from_empty_boxes_however_they_were_made(
    written: Written, inner: str, text: str
) -> None:
    assert written(paragraph_with(inner)).text == text


def test_what_was_deleted_or_hidden_is_not_read_and_what_was_inserted_is(written: Written) -> None:
    page = written(
        paragraph_with(
            "<w:r><w:t>营业收入</w:t></w:r>"
            "<w:del w:id='1' w:author='a'><w:r><w:delText>100</w:delText></w:r></w:del>"
            "<w:ins w:id='2' w:author='a'><w:r><w:t>200</w:t></w:r></w:ins>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>300</w:t></w:r>"
        )
    )
    assert page.text == "营业收入200"


def test_values_in_content_controls_are_read_in_cells_and_between_them(written: Written) -> None:
    document = docx.Document()
    table = document.add_table(1, 1)
    cell = table.cell(0, 0)._tc
    cell.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>甲公司</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )
    )
    assert written(document).text == "甲公司"


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    bomb = b'?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    path = changed(tmp_path / "a.docx", tmp_path, lambda data: data.replace(b"?>", bomb, 1))
    with pytest.raises(DamagedFile, match="实体"):
        read_word(path, 0)


def test_a_document_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    path = changed(tmp_path / "a.docx", tmp_path, lambda data: data + b" " * 40_000_000)
    with pytest.raises(TooLarge):
        read_word(path, 0)


@pytest.mark.parametrize("data", [b"<w:document", b"", b"<a/>"])
def test_a_document_that_is_no_document_inside_is_damaged(tmp_path: Path, data: bytes) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    path = changed(tmp_path / "a.docx", tmp_path, lambda _: data)
    with pytest.raises(DamagedFile):
        read_word(path, 0)


def test_an_empty_document_is_a_blank_page(written: Written) -> None:
    assert written(docx.Document()).blank
