from pathlib import Path

from openpyxl import load_workbook

from extractor.reports.spreadsheet import write_spreadsheet
from models.report import Report


def test_what_stands_on_a_scan_never_becomes_a_formula(report: Report, tmp_path: Path) -> None:
    write_spreadsheet(report, tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_conflict_stands_first_with_both_values(report: Report, tmp_path: Path) -> None:
    write_spreadsheet(report, tmp_path / "report.xlsx")
    findings = load_workbook(tmp_path / "report.xlsx")["核查结果"]
    first = [str(cell.value) for cell in findings[2]]
    assert first[0] == "FIN-01"
    assert "2,309.43 万元" in first[5]
    assert "22,094,300.00 元" in first[5]
