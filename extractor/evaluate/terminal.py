"""The tables of an evaluation on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from extractor.evaluate.counting import Counts, FieldCounts
from extractor.evaluate.evaluation import Evaluation, Speed
from extractor.evaluate.results import Comparison, FieldResult
from extractor.evaluate.wording import percent, shortened
from extractor.reports.wording import KINDS

_FIELD_COLUMNS = ("错而确信", "正确", "缺失", "错但存疑", "正确率", "确信率", "字错率", "位置命中",
                  "应无且无")  # fmt: skip


def print_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Prints what a person looks at first: wrong and sure values, then the tables."""
    counts = evaluation.counts
    _print_fields("按文书", counts.by_kind, counts.fields, console, KINDS)
    _print_fields("按字段（只列有错或有缺的）", _imperfect(counts.by_key), None, console, {})
    _print_wrong_and_sure(evaluation.submissions, console)
    lines = _page_lines(counts)
    if evaluation.what == "samples":
        _print_fields("按难度", counts.by_difficulty, None, console, {})
        _print_rules(evaluation, console)
        lines += _sample_lines(counts)
    for line in (*lines, *_speed_lines(evaluation.speed)):
        console.print(line, markup=False)


def _imperfect(groups: Mapping[str, FieldCounts]) -> dict[str, FieldCounts]:
    return {name: each for name, each in groups.items() if each.right != each.stated}


def _print_fields(
    title: str,
    groups: Mapping[str, FieldCounts],
    total: FieldCounts | None,
    console: Console,
    names: Mapping[Any, str],
) -> None:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for column in _FIELD_COLUMNS:
        table.add_column(column, justify="right")
    for name, counts in groups.items():
        table.add_row(names.get(name, name), *_cells(counts))
    if total is not None:
        table.add_section()
        table.add_row("合计", *_cells(total))
    console.print(table)


def _cells(counts: FieldCounts) -> tuple[str, ...]:
    return (
        str(counts.wrong_sure) if counts.wrong_sure else "·",
        str(counts.right),
        str(counts.missing),
        str(counts.wrong_doubtful),
        percent(counts.right, counts.stated),
        percent(counts.right_sure + counts.wrong_sure, counts.stated),
        "–" if counts.text_accuracy is None else f"{1 - counts.text_accuracy:.1%}",
        percent(counts.box_hit, counts.box_hit + counts.box_missed),
        str(counts.rightly_empty),
    )


def _print_wrong_and_sure(submissions: tuple[Comparison, ...], console: Console) -> None:
    table = Table(title="错而确信", title_justify="left")
    for column in ("样本", "页", "字段", "真值", "读成"):
        table.add_column(column, overflow="fold")
    for submission in submissions:
        for field in submission.fields:
            if field.outcome == "wrong_sure":
                table.add_row(submission.name, *_wrong(field))
    if table.row_count:
        console.print(table, markup=False)


def _wrong(field: FieldResult) -> tuple[str, str, str, str]:
    place = field.seen_at or field.stands_at
    page = "" if place is None else str(place.page)
    return page, field.key, *shortened(field.expected, field.read)


def _print_rules(evaluation: Evaluation, console: Console) -> None:
    table = Table(title="规则（只列有植入、误报或漏报的）", title_justify="left")
    for column in ("规则", "植入", "查出", "误报", "不应报而报", "例"):
        table.add_column(column, overflow="fold")
    for rule in evaluation.counts.rules:
        if rule.planted or rule.false_alarms or rule.violated:
            numbers = (rule.planted, rule.found, rule.false_alarms, rule.violated)
            table.add_row(rule.rule, *map(str, numbers), _example(evaluation, rule.rule))
    if table.row_count:
        console.print(table, markup=False)


def _example(evaluation: Evaluation, rule: str) -> str:
    """What the rule said where it was wrong."""
    for submission in evaluation.submissions:
        for result in submission.rules:
            missed = result.planted and not result.found
            if result.rule == rule and (missed or result.false_alarm or result.violated):
                said = result.outcome or "未核查"
                return f"{submission.name}：{said} {result.message}"[:90]
    return ""


def _page_lines(counts: Counts) -> list[str]:
    """Pages and texts, of samples and of pictures."""
    pages = counts.pages
    lines = [
        f"页：类型 {percent(pages.kind_right, pages.pages)}（共 {pages.pages} 页），方向 "
        f"{percent(pages.turn_right, pages.turns)}"
    ]
    if counts.fields.text_accuracy is not None:
        error = 1 - counts.fields.text_accuracy
        lines.append(f"文字 {counts.fields.texts} 段：字符错误率 {error:.2%}")
    return lines


def _sample_lines(counts: Counts) -> list[str]:
    """Documents, cells, seals and rules."""
    seals, cells = counts.seals, counts.fields.cells
    all_cells = cells.right + cells.unread + cells.wrong + cells.lost
    each = counts.false_alarms / max(1, counts.submissions)
    return [
        f"样本 {counts.submissions} 份；文书 {counts.documents_found}/{counts.documents} 份找到，"
        f"多出 {counts.extra_documents} 份（其中确信的值 {counts.extra_sure_values} 个）",
        f"逐格：正确 {cells.right}/{all_cells}，未读出 {cells.unread}，读错 {cells.wrong}，"
        f"漏行 {cells.lost}",
        f"印章：找到 {seals.found}/{seals.seals}；完整印章的文字 {seals.exact}/{seals.whole} 全对，"
        f"未读出 {seals.unread}，错但不确定 {seals.uncertain_wrong}，错而确定 {seals.certain_wrong}；"
        f"误认 {seals.extra}（确定 {seals.extra_certain}）",
        f"规则：植入 {counts.planted} 处查出 {counts.found} 处；误报 {counts.false_alarms} 条，"
        f"每份 {each:.2f} 条；不应报而报 {counts.violated} 条",
    ]


def _speed_lines(speed: Speed) -> tuple[str, ...]:
    stages = sorted(speed.seconds_per_page.items(), key=lambda each: -each[1])
    lines = ["每页秒数：" + "、".join(f"{stage} {seconds:.3f}" for stage, seconds in stages)]
    if speed.pages_per_minute is not None:
        lines.append(
            f"速度：每分钟 {speed.pages_per_minute:.1f} 页（{speed.processes} 个进程，{speed.pages} 页）；"
            f"内存峰值 {speed.peak_memory_mib:.0f} MiB"
        )
    return tuple(lines)
