"""summary.xlsx: one row each, the findings that need a person, what is shared, the 汇总表."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from api.batch.entry import Row
from extractor.reports.wording import FIRST_SHOWN, OUTCOME_ICONS, OUTCOMES, SEVERITIES, VERDICTS
from models.duplicate import Duplicate
from models.finding import Outcome, Severity

Cell = str | int | float
_HEAD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FILLS: dict[Outcome, PatternFill] = {
    "failed": PatternFill("solid", fgColor="F8D7DA"),
    "missing": PatternFill("solid", fgColor="F3D9F5"),
    "doubtful": PatternFill("solid", fgColor="FFF3CD"),
    "unreadable": PatternFill("solid", fgColor="FFF3CD"),
    "not_comparable": PatternFill("solid", fgColor="D7ECF8"),
}
_SEVERITIES: tuple[Severity, ...] = ("A", "B", "C", "D")
COLLECTION_HEAD = (
    "序号", "市州", "申报单位名称", "工业模型名称", "工业模型类别", "模型服务行业",
    "工业模型项目描述（100字左右）", "联系人", "联系方式",
)  # fmt: skip
"""As annex 2 of the notice prints it."""


def write_summary(path: Path, rows: Sequence[Row], duplicates: Sequence[Duplicate]) -> None:
    """Writes the workbook; sheets 汇总, 核查结果, 重复, 未处理, 汇总表. Raises OSError."""
    book = Workbook(write_only=True)
    _summary(book, rows)
    _findings(book, rows)
    _duplicates(book, duplicates)
    _problems(book, rows)
    _collection(book, rows)
    book.save(path)


def _summary(book: Workbook, rows: Sequence[Row]) -> None:
    head = (
        "名称", "页数", "结论", *(SEVERITIES[each] for each in _SEVERITIES),
        *(OUTCOMES[each] for each in FIRST_SHOWN), "问题", "用时（秒）",
    )  # fmt: skip
    _sheet(
        book,
        "汇总",
        head,
        (30, 8, 12, *(12,) * len(_SEVERITIES), *(10,) * len(FIRST_SHOWN), 60, 10),
        (
            (
                row.name,
                row.pages,
                VERDICTS[row.verdict] if row.verdict else "未能处理",
                *(row.severities.get(each, 0) for each in _SEVERITIES),
                *(row.counts.get(each, 0) for each in FIRST_SHOWN),
                problems_of(row),
                round(row.seconds, 1),
            )
            for row in rows
        ),
    )


def _findings(book: Workbook, rows: Sequence[Row]) -> None:
    head = ("名称", "规则", "规则名称", "级别", "结果", "说明")
    sheet = _empty(book, "核查结果", head, (30, 10, 34, 16, 12, 80))
    for row in rows:
        for finding in sorted(
            row.findings,
            key=lambda each: (FIRST_SHOWN.index(each.outcome), each.severity, each.rule),
        ):
            outcome = WriteOnlyCell(
                sheet, f"{OUTCOME_ICONS[finding.outcome]} {OUTCOMES[finding.outcome]}"
            )
            outcome.fill = _FILLS[finding.outcome]
            sheet.append(
                [
                    as_text(row.name),
                    finding.rule,
                    finding.title,
                    SEVERITIES[finding.severity],
                    outcome,
                    as_text(finding.message),
                ]
            )


def _duplicates(book: Workbook, duplicates: Sequence[Duplicate]) -> None:
    _sheet(
        book,
        "重复",
        ("规则", "名称", "级别", "结果", "说明", "涉及的申报材料", "依据"),
        (12, 30, 16, 12, 80, 50, 50),
        (
            (
                "、".join((each.rule, *each.also)),
                each.title,
                SEVERITIES[each.severity],
                f"{OUTCOME_ICONS[each.outcome]} {OUTCOMES[each.outcome]}",
                each.message,
                "、".join(each.submissions),
                f"{each.source.title}：{each.source.passage}",
            )
            for each in duplicates
        ),
    )


def _problems(book: Workbook, rows: Sequence[Row]) -> None:
    _sheet(
        book,
        "未处理",
        ("名称", "类别", "文件", "页", "怎么办"),
        (30, 18, 40, 8, 80),
        (
            (row.name, each.class_, each.file or "", each.page or "", each.message)
            for row in rows
            for each in row.problems
        ),
    )


def _collection(book: Workbook, rows: Sequence[Row]) -> None:
    """Annex 2 with what was declared; the stamp and the contact of the city are left to fill in."""
    sheet = book.create_sheet("汇总表")
    for column, width in enumerate((6, 12, 32, 32, 16, 20, 60, 12, 18), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for line in ("工业领域专用模型申报信息汇总表", "推荐单位：（盖章）", "联系人及联系方式："):
        title = WriteOnlyCell(sheet, line)
        title.font = _HEAD
        sheet.append([title])
    sheet.append(_head(sheet, COLLECTION_HEAD))
    declared = [row.collected for row in rows if row.collected.unit or row.collected.model]
    for number, each in enumerate(declared, start=1):
        cells = (
            number, each.city, each.unit, each.model, each.category, each.industry,
            each.description, each.contact, each.phone,
        )  # fmt: skip
        sheet.append(_row(sheet, cells))
    sheet.append([])
    sheet.append(["注：〔核〕表示识别不够确定，请对照原件核实。"])


def problems_of(row: Row) -> str:
    """The problems in one cell, each with its class and place."""
    told = []
    for each in row.problems:
        place = f"{each.file or ''} 第 {each.page} 页" if each.page else each.file or ""
        told.append(
            f"{each.class_} {place}：{each.message}" if place else f"{each.class_} {each.message}"
        )
    return "\n".join(told)


def _sheet(
    book: Workbook,
    title: str,
    head: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
) -> None:
    sheet = _empty(book, title, head, widths)
    for row in rows:
        sheet.append(_row(sheet, row))


def _empty(book: Workbook, title: str, head: Sequence[str], widths: Sequence[int]):  # type: ignore[no-untyped-def]
    """A sheet with its head only."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append(_head(sheet, head))
    return sheet


def _head(sheet: object, words: Sequence[str]) -> list[object]:
    cells = []
    for word in words:
        cell = WriteOnlyCell(sheet, word)
        cell.font = _HEAD
        cells.append(cell)
    return cells


def _row(sheet: object, cells: Sequence[Cell]) -> list[object]:
    written: list[object] = []
    for each in cells:
        value = as_text(each) if isinstance(each, str) else each
        if isinstance(value, str) and ("\n" in value or len(value) > 40):
            cell = WriteOnlyCell(sheet, value)
            cell.alignment = _WRAPPED
            written.append(cell)
        else:
            written.append(value)
    return written


def as_text(cell: str) -> str:
    """Text that a spreadsheet does not take for a formula: what stands on a scan is not trusted."""
    plain = "".join(each for each in cell if each >= " " or each in "\n\t")
    return f"'{plain}" if plain.startswith(_FORMULA_STARTS) and len(plain) > 1 else plain
