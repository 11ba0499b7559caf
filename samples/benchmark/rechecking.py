"""``python -m samples.benchmark.rechecking``: how many submissions a minute rules are run on again.

Uses the recorded reading of the committed sample under many names, so nothing is read by OCR.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from extractor.evaluate.machine import this_machine
from extractor.evaluate.markdown import machine_line
from extractor.recording import SUFFIX
from samples.benchmark.watched import heyan, watch

GOLDEN = Path(__file__).parents[1] / "golden"


def main() -> None:
    """Reads the arguments, measures, writes a section of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m samples.benchmark.rechecking")
    parser.add_argument("out", type=Path, help="the Markdown file")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--kept", type=Path, help="a folder to prepare them in, for several runs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heyan-") as scratch:
        place = given.kept or Path(scratch)
        folder, out = place / "in", place / "out"
        if not folder.exists():
            _laid_out(folder, given.count)
        common = (folder, "--out", out, "--workers", str(given.workers), "--engine", "recorded")
        first = watch(heyan("batch", *common, "--no-html"))
        again = watch(heyan("batch", *common, "--recheck"))
    if first.status or again.status:
        raise SystemExit(f"heyan batch ended with status {first.status or again.status}")
    written = "\n".join(
        [
            "## Recheck",
            "",
            machine_line(this_machine()),
            "",
            f"{given.count} submissions on {given.workers} workers, from the start of `heyan batch --recheck` "
            f"to its end with report.json, summary.json, summary.xlsx and overview.html: "
            f"{again.seconds:.1f} s, {60 * given.count / again.seconds:.0f} submissions a minute.",
            "",
        ]
    )
    given.out.write_text(written, encoding="utf-8")
    print(written)


def _laid_out(folder: Path, count: int) -> None:
    """The sample under so many names, its files linked, and one recording beside them."""
    [name] = sorted(each.name for each in GOLDEN.iterdir() if each.is_dir())[:1]
    for number in range(count):
        own = folder / f"{number:05d}"
        own.mkdir(parents=True)
        for file in (GOLDEN / name).iterdir():
            os.link(file, own / file.name) if _same_device(file, own) else shutil.copy(file, own)
    shutil.copy(GOLDEN / f"{name}{SUFFIX}", folder)


def _same_device(file: Path, folder: Path) -> bool:
    return file.stat().st_dev == folder.stat().st_dev


if __name__ == "__main__":
    main()
