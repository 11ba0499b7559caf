"""``python -m samples.benchmark.rechecking``: how many submissions a minute rules are run on again.

Uses the recorded reading of the committed sample, so nothing is read by OCR, under many names.
"""

from __future__ import annotations

import argparse
import json
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
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heyan-") as scratch:
        folder, out = Path(scratch) / "in", Path(scratch) / "out"
        common = (folder, "--out", out, "--workers", str(given.workers), "--engine", "recorded")
        _laid_out(folder, 1)
        first = watch(heyan("batch", *common, "--no-html"))
        _laid_out(folder, given.count)
        _known(out / ".heyan", given.count)
        again = watch(heyan("batch", *common, "--recheck"))
        summary = json.loads((out / "summary.json").read_text("utf-8"))
    if any(row["verdict"] is None for row in summary["submissions"]):
        raise SystemExit("not every submission was checked again")
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
        own = folder / _name(number)
        if own.exists():
            continue
        own.mkdir(parents=True)
        for file in (GOLDEN / name).iterdir():
            os.link(file, own / file.name) if _same_device(file, own) else shutil.copy2(file, own)
    shutil.copy(GOLDEN / f"{name}{SUFFIX}", folder)


def _known(data: Path, count: int) -> None:
    """What the batch keeps of the first submission, under the names of the others too."""
    entry = json.loads((data / "entries" / f"{_name(0)}.json").read_text("utf-8"))
    extracted = data / "extracted" / f"{_name(0)}.json.gz"
    for number in range(1, count):
        name = _name(number)
        entry["source"] = entry["row"]["name"] = name
        (data / "entries" / f"{name}.json").write_text(json.dumps(entry), "utf-8")
        shutil.copy(extracted, data / "extracted" / f"{name}.json.gz")


def _name(number: int) -> str:
    return f"{number:05d}"


def _same_device(file: Path, folder: Path) -> bool:
    return file.stat().st_dev == folder.stat().st_dev


if __name__ == "__main__":
    main()
