"""The command ``heyan``: everything of the extractor, and the samples."""

from pathlib import Path
from typing import Annotated

import typer

from api.admin import add_to as add_admin_to
from api.batch.command import add_to as add_batch_to
from api.serving import add_to as add_serve_to
from extractor.commands import app, run
from models.errors import EngineError
from samples.packing import Packing

add_admin_to(app)
add_batch_to(app)
add_serve_to(app)


@app.command("samples")
def samples_command(
    out: Annotated[Path, typer.Argument(help="写到哪个文件夹")],
    count: Annotated[int, typer.Option(help="份数", min=1)] = 1,
    seed: Annotated[int, typer.Option(help="随机种子，相同种子得到相同文件")] = 0,
    difficulty: Annotated[
        int | None, typer.Option(help="扫描难度 0–3，默认轮流", min=0, max=3)
    ] = None,
    packing: Annotated[
        Packing, typer.Option(help="bound：合订一册；folder：零散文件；zip：零散文件打包")
    ] = "bound",
) -> None:
    """生成带真值的虚构申报材料。"""
    try:
        from samples.generate import generate
    except ModuleNotFoundError as error:
        raise EngineError(
            f"没有安装生成样例所需的 {error.name}，请在源代码目录运行 pip install '.[samples]'"
        ) from None
    for path in generate(out, count, seed, difficulty, packing=packing):
        typer.echo(f"{path}")


def main() -> None:
    """The entry point of the distribution."""
    run(app)
