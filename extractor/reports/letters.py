"""What the drafts of letters share: Chinese fonts, tables with a frame, lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence

from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_BODY = "仿宋"
_TITLE = "黑体"
_MARGIN = Cm(2.4)


def new_letter(title: str, note: str) -> Letter:
    """An empty A4 letter with its title; ``note`` stands in the header: it is a draft."""
    letter = Document()
    section = letter.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    style = letter.styles["Normal"]
    style.font.name, style.font.size = _BODY, Pt(12)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _BODY)
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    written(header, note, size=9)
    head = letter.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    written(head, title, size=20, font=_TITLE)
    letter.core_properties.title = title
    letter.core_properties.author = "heyan"
    return letter


def written(
    paragraph: Paragraph, text: str, size: float = 12, bold: bool = False, font: str = _BODY
) -> Run:
    """The text at the paragraph's end, in a font for both scripts."""
    run = paragraph.add_run(_printable(text))
    run.font.name, run.font.size, run.bold = font, Pt(size), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _printable(text: str) -> str:
    """Without the control characters that XML does not take: what stood on a scan may hold any."""
    return "".join(each for each in text if each in "\n\t" or each.isprintable())


def heading(letter: Letter, text: str) -> None:
    """A heading of a part."""
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.keep_with_next = True
    written(paragraph, text, size=14, font=_TITLE)


def table(
    letter: Letter, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> Table:
    """A framed table; ``widths`` in centimetres; its head is repeated on every page."""
    made: Table = letter.add_table(rows=1 if head else 0, cols=len(widths), style="Table Grid")
    made.autofit = False
    if head:
        _fill(made.rows[0].cells, head, bold=True)
        properties = made.rows[0]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    for row in rows:
        _fill(made.add_row().cells, row)  # type: ignore[no-untyped-call]
    for line in made.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = Cm(width)
    return made


def _fill(cells: Sequence[object], texts: Sequence[str], bold: bool = False) -> None:
    for cell, text in zip(cells, texts, strict=True):
        paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
        written(paragraph, text, size=9.5, bold=bold)


def signatures(letter: Letter, names: Sequence[str]) -> None:
    """Lines to sign and date on."""
    letter.add_paragraph()
    for name in names:
        paragraph = letter.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        written(paragraph, f"{name}：________________    日期：______年____月____日")
