"""核查意见 as a Word draft: who applied for what, what was found, with evidence, to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.reports.letters import heading, new_letter, signatures, table, written
from extractor.reports.summary import (
    kind_title,
    ordered_findings,
    outcome_counts,
    place_of,
    shown,
)
from extractor.reports.wording import OUTCOMES, SEVERITIES, VERDICTS
from models.finding import Outcome
from models.report import Report, ReportFinding, ReportValue

OPEN: tuple[Outcome, ...] = ("failed", "missing", "doubtful", "unreadable", "not_comparable")
"""Outcomes that a person has to look at."""
_FACTS = (
    ("申报单位", ("application_form.unit_name", "business_licence.name")),
    ("统一社会信用代码", ("application_form.uscc", "business_licence.uscc")),
    ("工业模型名称", ("application_form.model_name", "application_form.cover_model_name")),
    ("模型类别", ("application_form.model_category",)),
    ("推荐单位", ("application_form.recommending_unit",)),
)
_DECLARED = "application_form"


def write_opinion(report: Report, path: Path, remarks: Sequence[str] = ()) -> None:
    """Writes the draft; ``remarks`` are what people said, one paragraph each."""
    letter = new_letter("核查意见", "草稿，由 heyan 核验生成，请核对修改后使用")
    table(letter, (), facts(report), (4.2, 12.0))
    heading(letter, "一、核查结论")
    counts = outcome_counts(report)
    said = "，".join(f"{OUTCOMES[outcome]} {count} 项" for outcome, count in counts.items())
    written(
        letter.add_paragraph(),
        f"依据申报通知对上述材料逐项核对，共核查 {len(report.findings)} 项：{said}。"
        f"自动核验结论：{VERDICTS[report.verdict]}。",
    )
    for remark in remarks:
        written(letter.add_paragraph(), remark)
    heading(letter, "二、需关注的事项")
    still_open = [each for each in ordered_findings(report) if each.outcome in OPEN]
    if still_open:
        head = ("序号", "核查事项", "申报值", "证明材料", "页码", "结论", "依据")
        rows = [_row(number, report, each) for number, each in enumerate(still_open, start=1)]
        table(letter, head, rows, (1.0, 3.2, 2.4, 3.0, 2.2, 2.0, 2.6))
    else:
        written(letter.add_paragraph(), "无。")
    heading(letter, "三、未核查的事项")
    written(letter.add_paragraph(), "、".join(report.not_checked) or "无。")
    signatures(letter, ("核查人", "复核人", "核查单位（盖章）"))
    letter.save(str(path))


def facts(report: Report) -> list[tuple[str, str]]:
    """Who applied for what, and what was handed in, as rows of two."""
    stated = {
        field.key: field
        for document in reversed(report.documents)
        for field in document.fields
        if field.value is not None
    }
    rows = []
    for label, keys in _FACTS:
        found = next((stated[key] for key in keys if key in stated), None)
        doubt = "" if found is None or found.status == "sure" else "（存疑，请核对原件）"
        words = "（未能识别，请填写）" if found is None else shown(found.key, found.value)
        rows.append((label, words + doubt))
    rows.append(("提交日期", report.submission.submitted_on))
    kinds = dict.fromkeys(kind_title(each.kind) for each in report.documents)
    rows.append(("材料", f"共 {len(report.pages)} 页：{'、'.join(kinds)}"))
    return rows


def _row(number: int, report: Report, finding: ReportFinding) -> tuple[str, ...]:
    declared = [each for each in finding.values if each.document.startswith(_DECLARED)]
    evidence = [each for each in finding.values if not each.document.startswith(_DECLARED)]
    places = dict.fromkeys(place_of(report, each) for each in finding.values)
    return (
        str(number),
        f"{finding.title}\n{finding.message}",
        _values(declared),
        _values(evidence),
        "\n".join(place for place in places if place),
        f"{OUTCOMES[finding.outcome]}\n{SEVERITIES[finding.severity]}",
        f"{finding.rule}\n{finding.source.title}：{finding.source.passage}",
    )


def _values(values: Sequence[ReportValue]) -> str:
    said = (
        f"{each.label}：{shown(each.field, each.value)}"
        + ("（人工核定）" if any(part.source == "reviewer" for part in each.evidence) else "")
        for each in values
    )
    return "\n".join(dict.fromkeys(said)) or "—"
