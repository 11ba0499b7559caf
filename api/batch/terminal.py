"""What a batch shows in the terminal: a bar while it runs, a table when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from api.batch.entry import Row
from api.batch.tally import Tally
from extractor.reports.wording import VERDICTS
from models.finding import Severity

_SEVERITIES: tuple[Severity, ...] = ("A", "B", "C", "D")


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[Tally], None]]:
    """A bar of pages with pages a minute and the time left; gone when it is done."""
    columns = (
        TextColumn("核验 {task.fields[submissions]} 份"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f} 页"),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages", total=1, submissions="…", pace="正在启动识别进程")

        def show(tally: Tally) -> None:
            pace = tally.pace()
            bar.update(
                task,
                completed=pace.pages,
                total=max(1, pace.of_pages),
                submissions=f"{pace.submissions}/{pace.of_submissions}",
                pace=f"{pace.per_minute:.0f} 页/分 · 剩余 {duration(pace.seconds_left)}",
            )

        yield show


def duration(seconds: float | None) -> str:
    """A time in words: 3 分 20 秒."""
    if seconds is None:
        return "—"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} 小时 {minutes} 分"
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"


def print_table(rows: Sequence[Row], console: Console) -> None:
    """Name, pages, verdict, findings that need a person by severity, problems."""
    table = Table("名称", "页数", "结论", *_SEVERITIES, "问题")
    for row in rows:
        problems = "\n".join(
            f"{each.class_}{f' 第 {each.page} 页' if each.page else ''}：{each.message}"
            for each in row.problems
        )
        table.add_row(
            row.name,
            str(row.pages),
            VERDICTS[row.verdict] if row.verdict else "未能处理",
            *(str(row.severities.get(each, 0)) for each in _SEVERITIES),
            problems,
        )
    console.print(table, markup=False)
