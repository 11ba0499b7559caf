"""The summary on the terminal: declared value, evidence, place, outcome."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.reports.summary import (
    declared_lines,
    ordered_findings,
    outcome_counts,
    place_of,
    shown,
)
from extractor.reports.wording import (
    OUTCOME_ICONS,
    OUTCOMES,
    SEVERITIES,
    STATUS_ICONS,
    STATUSES,
    VERDICTS,
)
from models.finding import Outcome
from models.report import Report, ReportFinding

_STYLES: dict[Outcome, str] = {
    "passed": "green",
    "failed": "bold red",
    "doubtful": "yellow",
    "not_comparable": "cyan",
    "missing": "bold magenta",
    "unreadable": "yellow",
    "not_applicable": "dim",
}
_COMPARISONS = 4
"""Per value, the most serious first; all of them are in the HTML report."""
_VALUE_WIDTH = 36
"""Longer values are cut: the whole text is in the HTML report beside its crop."""


def print_summary(report: Report, console: Console) -> None:
    """Prints the filled form with its checks, the open findings and the totals."""
    submission = report.submission
    pages = sum(file.pages for file in submission.files)
    console.print(
        f"[bold]{submission.name}[/]  {pages} 页  提交日期 {submission.submitted_on}  "
        f"方案 {report.programme}"
    )
    console.print(_declared_table(report))
    open_findings = [
        finding
        for finding in ordered_findings(report)
        if finding.outcome not in ("passed", "not_applicable")
    ]
    if open_findings:
        console.print(_findings_table(report, open_findings))
    counts = "  ".join(
        f"[{_STYLES[outcome]}]{OUTCOME_ICONS[outcome]} {OUTCOMES[outcome]} {count}[/]"
        for outcome, count in outcome_counts(report).items()
    )
    console.print(f"{counts}  [dim]本版本未核查 {len(report.not_checked)} 条规则[/]")
    console.print(
        f"结论：[bold]{VERDICTS[report.verdict]}[/]（由审核人员最终决定）  "
        f"[dim]{report.produced.seconds:.1f} 秒，{report.produced.pages_per_minute:.0f} 页/分钟，"
        f"引擎 {report.produced.engine}[/]"
    )


def _declared_table(report: Report) -> Table:
    table = Table(title="申报值与证明材料核对", title_justify="left", expand=True)
    table.add_column("申报项", ratio=3)
    table.add_column("申报值", ratio=4)
    table.add_column("识别", no_wrap=True)
    table.add_column("证明材料中的值", ratio=4)
    table.add_column("出处", ratio=4)
    table.add_column("结果", no_wrap=True)
    for line in declared_lines(report):
        first = [line.label, _cut(line.declared)]
        status = f"{STATUS_ICONS[line.status]} {STATUSES[line.status]}"
        compared = [each for each in line.comparisons if each.other][:_COMPARISONS]
        if not compared:
            table.add_row(*first, status, "", "", "")
        for number, each in enumerate(compared):
            outcome = Text(
                f"{OUTCOME_ICONS[each.outcome]} {OUTCOMES[each.outcome]} {each.rule}",
                style=_STYLES[each.outcome],
            )
            left = (*first, status) if number == 0 else ("", "", "")
            table.add_row(*left, _cut(each.other), each.place, outcome)
    return table


def _findings_table(report: Report, findings: list[ReportFinding]) -> Table:
    table = Table(title="需要处理的问题", title_justify="left", expand=True)
    table.add_column("规则", no_wrap=True)
    table.add_column("级别", no_wrap=True)
    table.add_column("结果", no_wrap=True)
    table.add_column("说明", ratio=5)
    table.add_column("出处", ratio=3)
    for finding in findings:
        values = [
            f"{place_of(report, value)}：{_cut(shown(value.field, value.value))}"
            for value in finding.values[:4]
        ]
        table.add_row(
            finding.rule,
            SEVERITIES[finding.severity].split(" ")[0],
            Text(
                f"{OUTCOME_ICONS[finding.outcome]} {OUTCOMES[finding.outcome]}",
                style=_STYLES[finding.outcome],
            ),
            f"{finding.title}\n{finding.message}",
            "\n".join(values),
        )
    return table


def _cut(text: str) -> str:
    return text if len(text) <= _VALUE_WIDTH else f"{text[: _VALUE_WIDTH - 1]}…"
