import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from api.cli import app
from extractor.pipeline import extract, verify
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading
from extractor.verifying import report_json
from models.report import Produced
from tests.api.batch.conftest import GOLDEN, report_in

pytestmark = pytest.mark.cluster


def run(*arguments: object) -> Result:
    given = [str(each) for each in arguments]
    return CliRunner().invoke(app, ["batch", *given, "--engine", "recorded"])


def written(out: Path) -> dict[str, int]:
    """When each file below the output folder was last written, the state's own left out."""
    return {
        str(path): path.stat().st_mtime_ns
        for path in out.rglob("*")
        if path.is_file() and path.parent != out and ".heyan" not in path.parts
    }


@pytest.fixture(scope="module")
def verified() -> dict[str, Any]:
    """What ``heyan verify`` says of the submission."""
    programme = load_programme("hubei-2025")
    reading = load_reading(GOLDEN / "conflicts.readings.json.gz")
    produced = Produced(version="", engine="", weights={}, seconds=0, pages_per_minute=0)
    report = json.loads(report_json(verify(extract(reading, programme, None), programme, produced)))
    del report["produced"]
    return dict(report)


def test_every_submission_gets_its_reports_and_one_that_cannot_be_read_its_problem(
    batch: Path, tmp_path: Path, verified: dict[str, Any]
) -> None:
    out = tmp_path / "out"
    result = run(batch, "--out", out)
    assert result.exit_code == 0, result.output
    for name in ("甲公司", "乙公司"):
        report = report_in(out / name)
        assert report["submission"].pop("name") == name
        expected = {**verified, "submission": {**verified["submission"]}}
        del expected["submission"]["name"]
        assert report == expected
        assert (out / name / "report.html").is_file()
        assert (out / name / "report.xlsx").is_file()
    assert not (out / "坏").exists()
    assert "DAMAGED" in result.output and "未能处理 1 份" in result.output


def test_the_summary_is_as_the_contract_has_it(batch: Path, tmp_path: Path) -> None:
    run(batch, "--out", tmp_path / "out")
    summary = json.loads((tmp_path / "out/summary.json").read_text("utf-8"))
    assert summary["schema"] == "heyan.batch/1"
    rows = {row["name"]: row for row in summary["submissions"]}
    assert set(rows) == {"甲公司", "乙公司", "坏"}
    assert set(rows["甲公司"]) == {"name", "pages", "verdict", "counts", "problems"}
    report = report_in(tmp_path / "out/甲公司")
    assert rows["甲公司"]["pages"] == 20
    assert rows["甲公司"]["verdict"] == report["verdict"]
    outcomes = [finding["outcome"] for finding in report["findings"]]
    assert rows["甲公司"]["counts"] == {each: outcomes.count(each) for each in set(outcomes)}
    [problem] = rows["坏"]["problems"]
    assert set(problem) == {"class", "file", "page", "message"}
    assert (rows["坏"]["verdict"], problem["class"]) == (None, "DAMAGED")


def test_the_workbook_has_the_rows_the_findings_the_duplicates_and_annex_two(
    batch: Path, tmp_path: Path
) -> None:
    run(batch, "--out", tmp_path / "out")
    book = load_workbook(tmp_path / "out/summary.xlsx")
    assert book.sheetnames == ["汇总", "核查结果", "重复", "未处理", "汇总表"]
    assert [row[0] for row in book["汇总"].iter_rows(min_row=2, values_only=True)] == [
        "乙公司",
        "坏",
        "甲公司",
    ]
    shared = [str(row) for row in book["重复"].iter_rows(min_row=2, values_only=True)]
    assert any("文件内容完全相同" in row and "submission.pdf" in row for row in shared)
    lines = list(book["汇总表"].iter_rows(values_only=True))
    head = next(place for place, line in enumerate(lines) if line[0] == "序号")
    assert "武汉锐维信息技术股份有限公司" in str(lines[head + 1])
    assert "武汉市" in str(lines[head + 1][1])


def test_the_overview_needs_nothing_from_elsewhere(batch: Path, tmp_path: Path) -> None:
    run(batch, "--out", tmp_path / "out")
    page = (tmp_path / "out/overview.html").read_text("utf-8")
    assert "<svg" in page and "<script" not in page
    assert "http://" not in page and "https://" not in page
    assert "%E7%94%B2%E5%85%AC%E5%8F%B8/report.html" in page


def test_a_second_call_does_nothing_again(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(batch, "--out", out)
    before = written(out)
    result = run(batch, "--out", out)
    assert "本次处理 0 份" in result.output
    assert written(out) == before


def test_a_second_call_does_what_is_missing_or_changed(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(batch, "--out", out)
    (out / "甲公司/report.json").unlink()
    (batch / "坏.pdf").unlink()
    result = run(batch, "--out", out)
    assert "本次处理 1 份" in result.output
    assert (out / "甲公司/report.json").is_file()


def test_a_recheck_says_the_same_while_nothing_has_changed(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(batch, "--out", out)
    before = report_in(out / "甲公司")
    result = run(batch, "--out", out, "--recheck")
    assert result.exit_code == 0
    assert report_in(out / "甲公司") == before
    assert (out / "甲公司/report.html").is_file()


def test_a_recheck_leaves_no_page_that_says_something_else(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(batch, "--out", out)
    run(batch, "--out", out, "--recheck", "--submitted-on", "2027-01-01")
    assert report_in(out / "甲公司")["submission"]["submitted_on"] == "2027-01-01"
    assert not (out / "甲公司/report.html").exists()
    run(batch, "--out", out, "--recheck", "--submitted-on", "2027-01-01", "--html")
    assert (out / "甲公司/report.html").is_file()


def test_a_recheck_of_what_was_never_read_says_what_to_do(batch: Path, tmp_path: Path) -> None:
    result = run(batch, "--out", tmp_path / "out", "--recheck")
    assert result.exit_code == 0
    assert "NOT_READ" in result.output


def test_a_dry_run_counts_equal_files_once_and_writes_no_report(
    batch: Path, tmp_path: Path
) -> None:
    result = run(batch, "--out", tmp_path / "out", "--dry-run")
    assert "共 40 页，还需识别 20 页" in result.output
    assert "无法处理 坏" in result.output
    assert [each.name for each in (tmp_path / "out").iterdir()] == [".heyan"]
    run(batch, "--out", tmp_path / "out")
    assert "还需识别 0 页" in run(batch, "--out", tmp_path / "out", "--dry-run").output


def test_an_output_folder_that_cannot_be_written_ends_the_batch(
    batch: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file")
    result = run(batch, "--out", tmp_path / "out")
    assert getattr(result.exception, "exit_code", None) == 2
    assert "磁盘空间和权限" in str(result.exception)


def test_two_batches_do_not_write_one_folder(batch: Path, tmp_path: Path) -> None:
    from api.batch.state import BatchState

    with BatchState(tmp_path / "out").locked():
        result = run(batch, "--out", tmp_path / "out")
    assert "另一个 heyan batch" in str(result.exception)
