"""Has the pages of files counted in a process of its own, and tells what is wrong with a file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.intake import counting
from extractor.intake.content import PDF
from extractor.intake.limits import Limits
from models.errors import DamagedFile, HeyanError, PasswordRequired, TooLarge

PATIENCE = 60.0
"""Seconds the process may take, and ``PER_FILE`` more for each file."""
PER_FILE = 3.0
CRASHED: counting.Answer = {"problem": "damaged"}


def count_pages(files: Sequence[tuple[Path, str, str]], limits: Limits) -> tuple[int, ...]:
    """The number of pages of each file, given as path, displayed name and media type.

    One process does them all: PDFium may crash on a hostile file and is not thread-safe.

    Raises:
        PasswordRequired, DamagedFile, TooLarge: for the first file that can't be opened.
    """
    if not files:
        return ()
    requests = [
        {"path": str(path), "type": media_type, "megapixels": limits.megapixels}
        for path, _, media_type in files
    ]
    answers = _ask(requests, PATIENCE + PER_FILE * len(files))
    pages: list[int] = []
    for index, (_, name, media_type) in enumerate(files):
        # The process answers in order: the first one without an answer ended it.
        answer = answers[index] if index < len(answers) else CRASHED
        if "pages" not in answer:
            raise _problem(answer, name, media_type, limits)
        pages.append(int(answer["pages"]))
    return tuple(pages)


def _ask(requests: Sequence[dict[str, object]], seconds: float) -> list[counting.Answer]:
    """The answers that came before the process ended, crashed or was stopped."""
    # -P: the folder of the program holds modules of ours, which must not stand in for others.
    command = [sys.executable, "-P", "-W", "ignore", counting.__file__]
    asked = "".join(json.dumps(request) + "\n" for request in requests)
    try:
        done = subprocess.run(
            command, input=asked.encode(), capture_output=True, timeout=seconds, check=False
        )
        output = done.stdout
    except subprocess.TimeoutExpired as stopped:
        output = stopped.stdout or b""
    whole_lines = output.decode("ascii", "replace").split("\n")[:-1]
    return [json.loads(line) for line in whole_lines]


def _problem(answer: counting.Answer, name: str, media_type: str, limits: Limits) -> HeyanError:
    page = int(answer["page"]) if "page" in answer else None
    match answer["problem"]:
        case "password":
            return PasswordRequired("文件设有打开密码，无法读取，请取消密码后重新提交。", name)
        case "truncated":
            return DamagedFile("PDF 文件不完整（缺少结尾），请重新导出或重新上传。", name)
        case "empty":
            return DamagedFile("PDF 文件没有任何页面，请检查后重新导出。", name)
        case "too_large":
            size = f"（{answer['width']}×{answer['height']}）" if "width" in answer else ""
            return TooLarge(
                f"图像{size}超过 {limits.megapixels:g} 百万像素的上限，请降低分辨率后重新提交。",
                name,
            )
        case _ if media_type == PDF and page is not None:
            return DamagedFile(f"PDF 第 {page} 页已损坏，请重新导出后提交。", name, page)
        case _ if media_type == PDF:
            return DamagedFile("PDF 文件已损坏或没有页面，无法打开，请重新导出后提交。", name)
        case _:
            return DamagedFile("图像已损坏或不完整，请重新扫描或重新导出后提交。", name)
