"""report.xlsx: the declared form, the findings, every field, and the rows of the A107012."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from extractor.reports.summary import (
    declared_lines,
    kind_title,
    ordered_findings,
    page_of,
    place_of,
    shown,
)
from extractor.reports.wording import OUTCOME_ICONS, OUTCOMES, SEVERITIES, STATUSES, VERDICTS
from models.finding import Outcome
from models.report import Report

_FILLS: dict[Outcome, str] = {
    "failed": "F8D7DA",
    "missing": "F3D9F5",
    "doubtful": "FFF3CD",
    "unreadable": "FFF3CD",
    "not_comparable": "D7ECF8",
}
_FORMULA_STARTS = ("=", "+", "-", "@")


def write_spreadsheet(report: Report, path: Path) -> None:
    """Writes the workbook; sheets 核对表, 核查结果, 字段, A107012."""
    book = Workbook()
    book.remove(book.active)
    _sheet(
        book,
        "核对表",
        ("申报项", "申报值", "识别", "证明材料", "出处", "规则", "结果"),
        _declared(report),
    )
    findings = _sheet(
        book,
        "核查结果",
        ("规则", "名称", "级别", "结果", "说明", "读取的值", "出处", "依据", "条文"),
        _findings(report),
    )
    for row, finding in enumerate(ordered_findings(report), start=2):
        if finding.outcome in _FILLS:
            findings.cell(row, 4).fill = PatternFill("solid", fgColor=_FILLS[finding.outcome])
    _sheet(
        book,
        "字段",
        ("材料", "字段", "名称", "值", "原文", "状态", "置信度", "文件", "页", "存疑原因"),
        _fields(report),
    )
    _sheet(book, "A107012", ("材料", "行次", "金额（数量）", "状态", "页"), _a107012(report))
    book.properties.title = f"核验 {report.submission.name} {VERDICTS[report.verdict]}"
    book.save(path)


def _sheet(
    book: Workbook, title: str, head: Sequence[str], rows: Iterable[Sequence[str]]
) -> Worksheet:
    sheet = book.create_sheet(title)
    sheet.append(list(head))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    widths = [len(word) * 2 for word in head]
    for row in rows:
        sheet.append([as_text(cell) for cell in row])
        widths = [
            max(width, min(60, 2 * len(cell))) for width, cell in zip(widths, row, strict=True)
        ]
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return sheet


def as_text(cell: str) -> str:
    """Text that a spreadsheet does not take for a formula, without what its file can't hold."""
    cell = ILLEGAL_CHARACTERS_RE.sub("", cell)
    return (
        f"'{cell}"
        if cell.startswith(_FORMULA_STARTS) and len(cell) > 1 and not _number(cell)
        else cell
    )


def _number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).replace(",", "").isdigit()


def _declared(report: Report) -> Iterable[Sequence[str]]:
    for line in declared_lines(report):
        if not line.comparisons:
            yield line.label, line.declared, STATUSES[line.status], "", "", "", ""
        for each in line.comparisons:
            outcome = f"{OUTCOME_ICONS[each.outcome]} {OUTCOMES[each.outcome]}"
            yield (
                line.label,
                line.declared,
                STATUSES[line.status],
                each.other,
                each.place,
                each.rule,
                outcome,
            )


def _findings(report: Report) -> Iterable[Sequence[str]]:
    for finding in ordered_findings(report):
        yield (
            finding.rule,
            finding.title,
            SEVERITIES[finding.severity],
            f"{OUTCOME_ICONS[finding.outcome]} {OUTCOMES[finding.outcome]}",
            finding.message,
            "\n".join(f"{each.label} {shown(each.field, each.value)}" for each in finding.values),
            "\n".join(dict.fromkeys(place_of(report, each) for each in finding.values)),
            finding.source.title,
            finding.source.passage,
        )


def _fields(report: Report) -> Iterable[Sequence[str]]:
    for document in report.documents:
        for field in document.fields:
            first = field.evidence[0] if field.evidence else None
            yield (
                f"{kind_title(document.kind)} {document.id}",
                field.key,
                field.label,
                shown(field.key, field.value),
                field.text,
                STATUSES[field.status],
                f"{field.confidence:.2f}",
                "" if first is None else report.submission.files[first.file].name,
                "" if first is None else page_of(report, first),
                "；".join(field.doubts),
            )


def _a107012(report: Report) -> Iterable[Sequence[str]]:
    for document in report.documents:
        if document.kind != "a107012":
            continue
        for field in document.fields:
            if field.key.startswith("a107012.row_"):
                pages = dict.fromkeys(page_of(report, each) for each in field.evidence)
                yield (
                    document.id,
                    field.label,
                    shown(field.key, field.value),
                    STATUSES[field.status],
                    "、".join(pages),
                )
