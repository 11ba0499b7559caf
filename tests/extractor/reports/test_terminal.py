from io import StringIO

from rich.console import Console

from extractor.reports.terminal import print_summary
from models.report import Report


def test_the_summary_names_the_conflict_the_verdict_and_what_was_not_checked(
    report: Report,
) -> None:
    paper = StringIO()
    print_summary(report, Console(file=paper, width=160))
    text = paper.getvalue()
    assert "FIN-01" in text
    assert "2,309.43 万元" in text
    assert "审计报告 第 2 页" in text
    assert "存在不一致" in text
    assert "未核查 1 条" in text
