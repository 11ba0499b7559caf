import re
from pathlib import Path

from PIL import Image

from extractor.page_pictures import picture_path
from extractor.reports.page import write_page
from models.report import Report


def written(report: Report, folder: Path) -> str:
    for page in (1, 2):
        Image.new("RGB", (100, 140), "white").save(picture_path(folder, 0, page))
    write_page(report, folder, folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


def test_every_value_has_a_crop_and_nothing_is_loaded_from_elsewhere(
    report: Report, tmp_path: Path
) -> None:
    html = written(report, tmp_path)
    assert html.count("data:image/webp") == 2, (
        "one crop for each place, shared by field and finding"
    )
    assert not re.search(r"(?:src|href)=[\"']https?:", html)


def test_what_stands_on_a_scan_is_text_and_no_markup(report: Report, tmp_path: Path) -> None:
    html = written(report, tmp_path)
    assert '=HYPERLINK("x")' not in html
    assert "=HYPERLINK(&#34;x&#34;)" in html


def test_a_doubt_is_told_in_words(report: Report, tmp_path: Path) -> None:
    html = written(report, tmp_path)
    assert "识别置信度偏低" in html
    assert "? 存疑" in html


def test_without_page_pictures_the_report_is_written_all_the_same(
    report: Report, tmp_path: Path
) -> None:
    write_page(report, tmp_path, tmp_path / "report.html")
    assert "FIN-01" in (tmp_path / "report.html").read_text(encoding="utf-8")
