"""Writes an evaluation to a file, in the form its name asks for."""

from __future__ import annotations

from pathlib import Path

from extractor.evaluate.evaluation import Evaluation
from models.errors import OutputNotWritable, UnsupportedFile


def write_evaluation(evaluation: Evaluation, folder: Path, path: Path) -> None:
    """Writes JSON; ``folder`` holds the samples.

    Raises:
        UnsupportedFile: for another ending.
        OutputNotWritable: where the file can't be written.
    """
    writers = {".json": evaluation_json}
    if path.suffix not in writers:
        raise UnsupportedFile(f"请用 {'、'.join(writers)} 结尾的文件名", path.name)
    try:
        path.write_text(writers[path.suffix](evaluation), encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(f"写不了（{error.strerror}）；请换一个位置", str(path)) from None


def evaluation_json(evaluation: Evaluation) -> str:
    """The evaluation as JSON text."""
    return evaluation.model_dump_json(by_alias=True, indent=1) + "\n"
