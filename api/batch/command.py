"""The command ``heyan batch``."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from api.batch.order import BatchDone, BatchOrder
    from api.jobs.settings import JobSettings


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("batch")(batch_command)


def batch_command(
    path: Annotated[Path, typer.Argument(help="文件夹：每个子文件夹、zip 或 PDF 是一份申报材料")],
    out: Annotated[Path, typer.Option(help="报告写到哪个文件夹；再次运行时从中断处继续")],
    workers: Annotated[int, typer.Option(help="识别进程数，默认每核一个", min=0)] = 0,
    scheduler: Annotated[str, typer.Option(help="加入 Dask 集群，如 tcp://10.0.0.1:8786")] = "",
    recheck: Annotated[
        bool, typer.Option("--recheck", help="不识别，只用已提取的内容重新核对规则")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只统计页数、估计时间，不处理")
    ] = False,
    html: Annotated[
        bool | None,
        typer.Option(help="是否写 report.html 和 report.xlsx；默认写，--recheck 时默认不写"),
    ] = None,
    programme: Annotated[str, typer.Option(help="核验方案")] = "hubei-2025",
    submitted_on: Annotated[
        datetime | None, typer.Option(help="提交日期，如 2026-03-30", formats=["%Y-%m-%d"])
    ] = None,
    engine: Annotated[
        str, typer.Option(help="识别引擎：auto、openvino、onnxruntime 或 recorded")
    ] = "",
) -> None:
    """批量核验：逐份写出报告，最后汇总；中断后再次运行同一命令即可继续。"""
    # Dask and the pipeline take seconds to import: only this command pays for them.
    from rich.console import Console

    from api.batch.order import BatchOrder
    from api.jobs.settings import JobSettings
    from extractor.settings import settings_from

    settings = settings_from(dict(os.environ))
    given = {"engine": engine, "workers": workers}
    settings = settings.model_copy(update={name: each for name, each in given.items() if each})
    jobs = JobSettings.of(settings)
    if scheduler:
        jobs = jobs.model_copy(update={"scheduler": scheduler})
    order = BatchOrder(
        path=path,
        out=out,
        programme=programme,
        submitted_on=None if submitted_on is None else submitted_on.date(),
        recheck=recheck,
        html=not recheck if html is None else html,
    )
    console = Console(width=None if sys.stdout.isatty() else 160)
    if dry_run:
        _plan(order, jobs, settings.home, console)
        return
    _tell(_run(order, jobs, settings.home), order, console)


def _run(order: BatchOrder, jobs: JobSettings, home: Path) -> BatchDone:
    from rich.console import Console

    from api.batch.planning import remember_pace
    from api.batch.running import run_batch
    from api.batch.terminal import progress_bar

    try:
        with progress_bar(Console(stderr=True)) as show:
            done = run_batch(order, jobs, show)
    except KeyboardInterrupt:
        typer.echo("已停止；再次运行同一命令即可从中断处继续", err=True)
        raise typer.Exit(130) from None
    if done.pages_read and jobs.engine != "recorded":
        remember_pace(home, done.pages_read, done.seconds, done.workers)
    return done


def _tell(done: BatchDone, order: BatchOrder, console: Console) -> None:
    from api.batch.summing_up import sum_up
    from api.batch.terminal import print_table

    duplicates = sum_up(order.out, done.rows, order.path.name)
    print_table(done.rows, console)
    failed = sum(row.verdict is None for row in done.rows)
    pages = sum(row.pages for row in done.rows)
    typer.echo(
        f"共 {len(done.rows)} 份 {pages} 页，本次处理 {done.processed} 份，"
        f"未能处理 {failed} 份，重复线索 {len(duplicates)} 处"
    )
    if done.ignored:
        typer.echo(f"另有 {len(done.ignored)} 个文件不是申报材料：{_some(done.ignored)}")
    typer.echo(f"总览：{order.out / 'overview.html'}")


def _plan(order: BatchOrder, jobs: JobSettings, home: Path, console: Console) -> None:
    from api.batch.planning import plan
    from api.batch.terminal import duration

    planned = plan(order, jobs, home)
    basis = "按本机上次的速度" if planned.measured else "本机还没有测过，按一般速度"
    typer.echo(f"共 {planned.submissions} 份，其中已完成 {planned.done} 份")
    typer.echo(f"共 {planned.pages} 页，还需识别 {planned.missing} 页（内容相同的文件只识别一次）")
    typer.echo(
        f"预计 {duration(planned.seconds)}（{jobs.workers} 个进程，{basis}；有文本层的页更快）"
    )
    for name, problem in planned.problems:
        console.print(f"无法处理 {name}：{problem.class_} {problem.message}", markup=False)
    if planned.ignored:
        typer.echo(f"另有 {len(planned.ignored)} 个文件不是申报材料：{_some(planned.ignored)}")


def _some(names: tuple[str, ...]) -> str:
    shown = "、".join(names[:5])
    return f"{shown} 等" if len(names) > 5 else shown
