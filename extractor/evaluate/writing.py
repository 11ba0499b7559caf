"""Writes an evaluation to a file, in the form its name asks for."""

from __future__ import annotations

from pathlib import Path

from extractor.evaluate.evaluation import Evaluation
from extractor.evaluate.markdown import evaluation_markdown
from extractor.evaluate.page import evaluation_page
from models.errors import OutputNotWritable, UnsupportedFile

ENDINGS = (".json", ".html", ".md")


def check_ending(path: Path) -> None:
    """Raises UnsupportedFile for a name that says no known form, before anything is measured."""
    if path.suffix not in ENDINGS:
        raise UnsupportedFile(f"请用 {'、'.join(ENDINGS)} 结尾的文件名", path.name)


def write_evaluation(evaluation: Evaluation, folder: Path, path: Path) -> None:
    """Writes JSON, HTML or Markdown; ``folder`` holds what was evaluated, for the crops.

    Raises:
        UnsupportedFile: for another ending.
        OutputNotWritable: where the file can't be written.
    """
    check_ending(path)
    written = {
        ".json": lambda: evaluation_json(evaluation),
        ".html": lambda: evaluation_page(evaluation, folder),
        ".md": lambda: evaluation_markdown(evaluation),
    }[path.suffix]()
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(f"写不了（{error.strerror}）；请换一个位置", str(path)) from None


def evaluation_json(evaluation: Evaluation) -> str:
    """The evaluation as JSON text."""
    return evaluation.model_dump_json(by_alias=True, indent=1) + "\n"
