from __future__ import annotations

from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from extractor.reports.collection import write_collection
from extractor.reports.notice import write_notice
from extractor.reports.opinion import OPEN, write_opinion
from models.report import Report


def words_in(path: Path) -> str:
    letter = Document(str(path))
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in letter.paragraphs), *cells])


def test_the_opinion_shows_both_sides_of_every_open_finding_and_is_to_be_signed(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "opinion.docx"
    write_opinion(report, path, ["请企业说明"])
    words = words_in(path)
    for finding in report.findings:
        if finding.outcome in OPEN:
            assert finding.message in words
            assert finding.rule in words
    assert "2309.43" in words.replace(",", "")
    assert "请企业说明" in words
    assert "核查人：____" in words


def test_the_notice_asks_for_what_is_wrong_and_puts_the_reviewers_reasons_first(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "notice.docx"
    write_notice(report, path, ["请补交审计报告全文"])
    words = words_in(path)
    failed = next(each for each in report.findings if each.outcome == "failed")
    assert words.index("请补交审计报告全文") < words.index(failed.message)
    assert failed.source.passage[:20] in words


def test_the_notice_blames_nobody_for_what_the_machine_could_not_read(
    report: Report, tmp_path: Path
) -> None:
    first = report.findings[0].model_copy(update={"outcome": "unreadable", "message": "看不清"})
    path = tmp_path / "notice.docx"
    write_notice(report.model_copy(update={"findings": [first]}), path)
    words = words_in(path)
    assert "看不清" not in words
    assert f"机器未能确认，请审核人核对原件后决定是否写入：{first.rule}" in words


def test_the_collection_has_the_columns_of_the_notice_and_marks_what_is_not_sure(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "collection.xlsx"
    write_collection([(report, "武汉市"), (report, None)], path)
    sheet = load_workbook(path)["汇总表"]
    assert [cell.value for cell in sheet[4]][:4] == ["序号", "市州", "申报单位名称", "工业模型名称"]
    assert [sheet.cell(row, 1).value for row in (5, 6)] == [1, 2]
    assert sheet.cell(5, 2).value == "武汉市"
    assert sheet.cell(6, 2).comment.text == "请填写市州"
    assert "请填写" in sheet.cell(5, 8).comment.text


def test_words_from_a_scan_are_no_formula(report: Report, tmp_path: Path) -> None:
    field = (
        report.documents[0]
        .fields[0]
        .model_copy(update={"key": "application_form.contact_name", "value": "=HYPERLINK(1)"})
    )
    document = report.documents[0].model_copy(update={"fields": [field]})
    path = tmp_path / "collection.xlsx"
    write_collection([(report.model_copy(update={"documents": [document]}), None)], path)
    assert load_workbook(path)["汇总表"].cell(5, 8).value == "'=HYPERLINK(1)"


def test_control_characters_do_not_spoil_a_workbook(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "collection.xlsx"
    write_collection([(report, "武\x1c汉")], path, "\x01")
    assert load_workbook(path)["汇总表"].cell(5, 2).value == "武汉"
