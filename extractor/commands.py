"""The commands of ``python -m extractor``; the service's ``heyan`` has them too."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extractor.doctor import checks
from extractor.evaluate.licences import evaluate_licences
from extractor.evaluate.running import evaluate
from extractor.evaluate.terminal import print_evaluation
from extractor.evaluate.writing import check_ending, write_evaluation
from extractor.garbage import collect_seldom
from extractor.pipeline import Progress as PageProgress
from extractor.programmes.programme import load_programme
from extractor.reports.terminal import print_summary
from extractor.rules.catalogue import not_checked, rules
from extractor.settings import Settings, settings_from
from extractor.verifying import Request, report_json, verify_path
from extractor.weights.cache import state_of
from extractor.weights.catalogue import DEFAULT_WEIGHTS, WEIGHTS, weight
from extractor.weights.fetching import fetch
from models.errors import HeyanError, OutputNotWritable

STRICT_EXIT = 1

app = typer.Typer(
    name="heyan",
    help="核验：读取盖章扫描的申报材料，逐项与证明材料核对。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Engine = Annotated[str, typer.Option(help="识别引擎：auto、openvino、onnxruntime 或 recorded")]


@app.command("verify")
def verify_command(
    path: Annotated[Path, typer.Argument(help="PDF、图片，或一个申报单位的文件夹、zip")],
    out: Annotated[Path, typer.Option(help="报告写到哪个文件夹")] = Path("out"),
    json: Annotated[Path | None, typer.Option(help="另存一份 report.json")] = None,
    programme: Annotated[str, typer.Option(help="核验方案")] = "hubei-2025",
    submitted_on: Annotated[
        datetime | None, typer.Option(help="提交日期，如 2026-03-30", formats=["%Y-%m-%d"])
    ] = None,
    engine: Engine = "",
    workers: Annotated[int, typer.Option(help="识别进程数，默认每核一个", min=0)] = 0,
    record: Annotated[
        Path | None, typer.Option(help="把识别结果存到文件，之后可用 --engine recorded 重放")
    ] = None,
    strict: Annotated[bool, typer.Option(help="有不一致或缺失时退出码为 1")] = False,
) -> None:
    """核验一份申报材料，打印核对摘要，写出 report.json、report.html、report.xlsx。"""
    settings = _settings(engine, workers)
    with _progress() as progress:
        request = Request(
            path=path,
            out=out,
            programme=load_programme(programme),
            submitted_on=None if submitted_on is None else submitted_on.date(),
            record=record,
        )
        report = verify_path(request, settings, progress)
    if json is not None:
        try:
            json.write_text(report_json(report), encoding="utf-8")
        except OSError as error:
            raise OutputNotWritable(
                f"写不了（{error.strerror}）；请换一个位置", str(json)
            ) from None
    print_summary(report, Console(width=None if sys.stdout.isatty() else 160))
    typer.echo(f"报告：{out / 'report.html'}")
    if strict and any(finding.outcome in ("failed", "missing") for finding in report.findings):
        raise typer.Exit(STRICT_EXIT)


@app.command("rules")
def rules_command() -> None:
    """列出规则目录：编号、级别、名称、依据、读取的字段。"""
    table = Table()
    for column in ("规则", "级别", "名称", "依据", "读取"):
        table.add_column(column)
    for rule in rules():
        reads = (*rule.reads, *(f"[{key}]" for key in rule.reads_if_present))
        source = f"{rule.source.title}：{rule.source.passage}"
        table.add_row(rule.code, rule.severity, rule.title, source, "\n".join(reads))
    Console(width=None if sys.stdout.isatty() else 200).print(table, markup=False)
    typer.echo(f"共 {len(rules())} 条；目录中本版本未核查：{'、'.join(not_checked())}")


@app.command("weights")
def weights_command(
    names: Annotated[
        list[str] | None, typer.Argument(help="只取这些文件，默认取识别所需的")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="只检查，不下载")] = False,
) -> None:
    """下载并校验模型权重；已有的不再下载。"""
    folder = _settings("", 0).weights
    unknown = [name for name in names or () if name not in {each.name for each in WEIGHTS}]
    if unknown:
        raise typer.BadParameter(
            f"没有 {'、'.join(unknown)}；可选 {'、'.join(e.name for e in WEIGHTS)}"
        )
    wanted = tuple(weight(name) for name in names) if names else DEFAULT_WEIGHTS
    if not check:
        fetch(
            folder, wanted, report=lambda entry: typer.echo(f"取得 {entry.name}（{entry.purpose}）")
        )
    table = Table("文件", "用途", "状态", "来源", "许可", "sha256")
    states = {each.name: state_of(each, folder) for each in WEIGHTS}
    words = {"present": "✓ 完好", "missing": "✗ 没有", "corrupt": "✗ 校验不符"}
    for each in WEIGHTS:
        source = f"{each.distribution}=={each.version}"
        state = words[states[each.name]]
        table.add_row(each.name, each.purpose, state, source, each.licence, each.sha256[:12])
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    if any(states[each.name] != "present" for each in wanted):
        typer.echo("有文件缺失或损坏：请运行 heyan weights", err=True)
        raise typer.Exit(STRICT_EXIT)


@app.command("evaluate")
def evaluate_command(
    path: Annotated[Path, typer.Argument(help="heyan samples 写出的文件夹（样本与真值）")],
    out: Annotated[
        list[Path] | None, typer.Option(help="另存为 .json、.html 或 .md，可多次给出")
    ] = None,
    licences: Annotated[
        bool, typer.Option("--licences", help="文件夹里是营业执照图片 images/ 与标注 labels/")
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help="识别结果存在样本旁边，之后可用 --engine recorded 重放")
    ] = False,
    programme: Annotated[str, typer.Option(help="核验方案")] = "hubei-2025",
    engine: Engine = "",
    workers: Annotated[int, typer.Option(help="识别进程数，默认每核一个", min=0)] = 0,
) -> None:
    """在带真值的样本上测量准确率和速度，错而确信的值列在最前。"""
    for file in out or ():
        check_ending(file)
    with _progress() as progress:
        settings = _settings(engine, workers)
        evaluation = (
            evaluate_licences(path, settings, progress, record)
            if licences
            else evaluate(path, settings, load_programme(programme), progress, record)
        )
    print_evaluation(evaluation, Console(width=None if sys.stdout.isatty() else 160))
    for file in out or ():
        write_evaluation(evaluation, path, file)


@app.command("doctor")
def doctor_command() -> None:
    """检查安装：引擎、设备、权重、依赖，缺什么怎么补。"""
    table = Table("项目", "状态", "说明")
    results = checks(_settings("", 0))
    for each in results:
        table.add_row(each.name, "✓" if each.fine else "✗", each.note)
    Console(width=None if sys.stdout.isatty() else 140).print(table)
    if not all(each.fine for each in results):
        raise typer.Exit(STRICT_EXIT)


def run(application: typer.Typer) -> None:
    """Runs the commands; a HeyanError becomes one line on stderr and its exit status."""
    collect_seldom()
    try:
        application()
    except HeyanError as error:
        typer.echo(f"{error}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the outermost line of the program
        typer.echo(f"程序内部错误：{type(error).__name__}: {error}", err=True)
        if os.environ.get("HEYAN_DEBUG"):
            raise
        sys.exit(HeyanError.exit_code)


def _settings(engine: str, workers: int) -> Settings:
    settings = settings_from(dict(os.environ))
    given = {"engine": engine, "workers": workers}
    return settings.model_copy(update={name: value for name, value in given.items() if value})


@contextmanager
def _progress() -> Iterator[PageProgress]:
    """A bar of pages on stderr; gone when it is done."""
    columns = (
        TextColumn("识别"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("页"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("pages", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
