"""补正通知 as a Word draft: what the applicant has to supply, correct or explain, by clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from docx.document import Document as Letter
from docx.shared import Pt

from extractor.reports.letters import heading, new_letter, signatures, written
from extractor.reports.opinion import facts
from extractor.reports.summary import ordered_findings, place_of, shown
from models.finding import Outcome
from models.report import Report, ReportFinding

_PARTS: tuple[tuple[str, tuple[Outcome, ...]], ...] = (
    ("请补充以下材料或内容", ("missing",)),
    ("请更正以下不一致之处", ("failed",)),
    ("请就以下事项作出说明", ("doubtful", "not_comparable")),
)
_NUMERALS = "一二三四五"
_MEANT_FOR_APPLICANTS = frozenset("ABC")
"""Hints (D) are for the reviewer."""
_VALUES_SHOWN = 4
_PASSAGE_SHOWN = 80
"""Characters of a clause: enough to find it."""


def write_notice(report: Report, path: Path, reasons: Sequence[str] = ()) -> None:
    """Writes the draft; ``reasons`` are the reviewer's own for the return, put first."""
    letter = new_letter("补正通知", "草稿，由 heyan 核验生成，请核对修改后发出")
    stated = dict(facts(report))
    written(letter.add_paragraph(), f"{stated['申报单位']}：", bold=True)
    opening = letter.add_paragraph()
    opening.paragraph_format.first_line_indent = Pt(24)
    written(
        opening,
        f"你单位申报的“{stated['工业模型名称']}”（{report.submission.submitted_on} 提交）经核查，"
        "需补正以下事项。请逐项补正并加盖公章后重新提交全部材料。",
    )
    number = 0
    if reasons:
        number += 1
        heading(letter, f"{_NUMERALS[number - 1]}、审核意见")
        _listed(letter, reasons)
    for title, outcomes in _PARTS:
        found = [
            each
            for each in ordered_findings(report)
            if each.outcome in outcomes and each.severity in _MEANT_FOR_APPLICANTS
        ]
        if not found:
            continue
        number += 1
        heading(letter, f"{_NUMERALS[number - 1]}、{title}")
        _listed(letter, (_item(report, each) for each in found))
    if number == 0:
        written(letter.add_paragraph(), "（未发现需补正的事项，请填写。）")
    _unread(letter, report)
    written(
        letter.add_paragraph(), "补正期限：______年____月____日前。逾期未补正的，按通知规定处理。"
    )
    written(letter.add_paragraph(), "联系人：____________    联系电话：____________")
    signatures(letter, ("经办人", "审核单位（盖章）"))
    letter.save(str(path))


def _unread(letter: Letter, report: Report) -> None:
    """What the machine could not read is no fault of the applicant's: a person decides."""
    unread = [each for each in ordered_findings(report) if each.outcome == "unreadable"]
    if unread:
        codes = "、".join(each.rule for each in unread)
        written(
            letter.add_paragraph(),
            f"【发出前请删除本段】以下 {len(unread)} 项机器未能确认，请审核人核对原件后决定是否写入：{codes}。",
        )


def _listed(letter: Letter, items: Iterable[str]) -> None:
    for number, item in enumerate(items, start=1):
        written(letter.add_paragraph(), f"{number}. {item}")


def _item(report: Report, finding: ReportFinding) -> str:
    stated = dict.fromkeys(
        f"{place_of(report, each)}“{each.label}”为 {shown(each.field, each.value)}"
        for each in finding.values
        if each.value not in (None, [])
    )
    seen = f"（{'；'.join(list(stated)[:_VALUES_SHOWN])}）" if stated else ""
    passage = finding.source.passage
    if len(passage) > _PASSAGE_SHOWN:
        passage = f"{passage[:_PASSAGE_SHOWN]}……"
    said = finding.message or finding.title
    source = f"依据：{finding.source.title}“{passage}”〔{finding.rule} {finding.title}〕"
    return f"{said}{seen}。{source}"
