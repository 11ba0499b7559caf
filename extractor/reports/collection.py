"""汇总表 of the notice (附件 2) as a workbook: one row per submission, in the notice's columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from extractor.reports.spreadsheet import as_text
from extractor.reports.summary import shown
from models.report import Report, ReportField

COLUMNS = (
    ("序号", 6),
    ("市州", 10),
    ("申报单位名称", 30),
    ("工业模型名称", 26),
    ("工业模型类别", 14),
    ("模型服务行业", 18),
    ("工业模型项目描述\n（100字左右）", 50),
    ("联系人", 10),
    ("联系方式", 16),
)
"""Heading and width in characters, in the order of the notice."""
_DESCRIPTION = 6
_KEYS: tuple[tuple[str, ...], ...] = (
    (),
    (),
    ("application_form.unit_name", "application_form.cover_unit_name", "business_licence.name"),
    ("application_form.model_name", "application_form.cover_model_name"),
    ("application_form.model_category", "application_form.cover_model_category"),
    ("application_form.industry",),
    ("application_form.model_ability",),
    ("application_form.contact_name",),
    ("application_form.contact_phone",),
)
_LONGEST = 100
"""Characters of the description, as the notice asks."""
_TO_CHECK = PatternFill("solid", fgColor="FFF3CD")
_LINE = Side(style="thin")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_AUTHOR = "heyan"
_FIRST_ROW = 5


def write_collection(
    submissions: Sequence[tuple[Report, str | None]], path: Path, city: str | None = None
) -> None:
    """Writes the table; each report comes with its city, None where nobody said which.

    What is not sure is marked and says so: a person looks at it before it is signed.
    """
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = "汇总表"
    _head(sheet, city)
    for number, (report, of_city) in enumerate(submissions, start=1):
        _row(sheet, _FIRST_ROW + number - 1, number, report, of_city or city)
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, 1)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_FIRST_ROW - 1}:{_FIRST_ROW - 1}"
    book.save(path)


def _head(sheet: Worksheet, city: str | None) -> None:
    last = len(COLUMNS)
    sheet.cell(
        1, 1, f"{as_text(city) if city else 'XX市'}工业领域专用模型申报信息汇总表"
    ).font = Font(size=16, bold=True)
    sheet.cell(2, 1, "推荐单位：（盖章）")
    sheet.cell(3, 1, "联系人及联系方式：")
    for row in (1, 2, 3):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    for column, (title, width) in enumerate(COLUMNS, start=1):
        cell = sheet.cell(_FIRST_ROW - 1, column, title)
        cell.font, cell.border = Font(bold=True), _FRAME
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _row(sheet: Worksheet, row: int, number: int, report: Report, city: str | None) -> None:
    stated = _stated(report)
    for column, keys in enumerate(_KEYS):
        cell = sheet.cell(row, column + 1)
        cell.border = _FRAME
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if column == 0:
            cell.value = number
        elif column == 1:
            cell.value = as_text(city or "")
            if city is None:
                _mark(cell, "请填写市州")
        else:
            field = next((stated[key] for key in keys if key in stated), None)
            _write(cell, column, field)


def _write(cell: object, column: int, field: ReportField | None) -> None:
    if field is None or field.value is None:
        return _mark(cell, "未能从申报书读出，请填写")
    words = shown(field.key, field.value)
    if column == _DESCRIPTION:
        cell.value = as_text(words[:_LONGEST])  # type: ignore[attr-defined]
        return _mark(cell, "摘自申报书“模型能力”，请改写为 100 字左右的项目描述")
    cell.value = as_text(words)  # type: ignore[attr-defined]
    if field.status != "sure":
        _mark(cell, f"存疑，请核对原件：{'；'.join(field.doubts) or '识别不确定'}")
    return None


def _mark(cell: object, why: str) -> None:
    cell.fill = _TO_CHECK  # type: ignore[attr-defined]
    cell.comment = Comment(why, _AUTHOR)  # type: ignore[attr-defined]


def _stated(report: Report) -> Mapping[str, ReportField]:
    """Key → field, of the first document that states it."""
    found: dict[str, ReportField] = {}
    for document in report.documents:
        for field in document.fields:
            known = found.get(field.key)
            if known is None or (known.value is None and field.value is not None):
                found[field.key] = field
    return found
