"""``python -m samples.benchmark.batch``: a batch end to end, against single submissions.

Three questions: does ``heyan batch`` read at least as many pages a minute as ``heyan verify`` on the
same pages and cores, how much memory does a worker take, does the time grow linearly with the pages.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np

from extractor.evaluate.machine import this_machine
from extractor.evaluate.markdown import machine_line, table
from samples.benchmark.watched import Watched, heyan, watch
from samples.generate import generate

SEED = 9
"""Kept for final figures."""
_HEAD = ("submissions", "pages", "seconds", "pages a minute", "seconds on the line", "MiB a worker")


@dataclass(frozen=True)
class Point:
    """One batch of the line: its pages and what they took."""

    pages: int
    seconds: float
    peak_mib: float

    @property
    def pages_a_minute(self) -> float:
        """From the start of the first command to the end of the last."""
        return 60 * self.pages / self.seconds


def main() -> None:
    """Reads the arguments, measures, writes a section of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m samples.benchmark.batch")
    parser.add_argument("out", type=Path, help="the Markdown file")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[2, 6, 12, 24], help="submissions of each batch"
    )
    parser.add_argument(
        "--singly", type=int, default=6, help="the batch that is verified one by one too"
    )
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--samples", type=Path, help="a folder of samples instead of new ones")
    given = parser.parse_args()
    if given.singly not in given.sizes:
        parser.error("--singly has to be one of --sizes: both read the same pages")
    with tempfile.TemporaryDirectory(prefix="heyan-") as folder:
        scratch = Path(folder)
        samples = given.samples or scratch / "samples"
        if given.samples is None:
            generate(samples, max(given.sizes), SEED)
        names = sorted(each for each in samples.iterdir() if each.is_dir())
        singly = _singly(_spread(names, given.singly), scratch, given.workers)
        batches = {
            size: _batch(_spread(names, size), scratch, given.workers) for size in given.sizes
        }
    written = _markdown(batches, given.singly, singly, given.workers)
    given.out.write_text(written, encoding="utf-8")
    print(written)


def _spread(names: Sequence[Path], count: int) -> list[Path]:
    """Some of the submissions, from the first to the last."""
    step = max(1, len(names) // max(1, count))
    return list(names[::step][:count])


def _singly(names: Sequence[Path], scratch: Path, workers: int) -> Point:
    """The same command for one after the other, models loaded anew for each."""
    started, pages = monotonic(), 0
    for name in names:
        out = scratch / "single"
        watched = watch(heyan("verify", name, "--out", out, "--workers", str(workers)))
        _checked(watched, "verify")
        report = json.loads((out / "report.json").read_text("utf-8"))
        pages += sum(file["pages"] for file in report["submission"]["files"])
    return Point(pages, monotonic() - started, 0.0)


def _batch(names: Sequence[Path], scratch: Path, workers: int) -> Point:
    """A batch of these submissions, nothing kept from before."""
    folder, out = scratch / "in", scratch / "out"
    for each in (folder, out):
        shutil.rmtree(each, ignore_errors=True)
    folder.mkdir()
    for name in names:
        shutil.copytree(name, folder / name.name)
    watched = watch(heyan("batch", folder, "--out", out, "--workers", str(workers)))
    _checked(watched, "batch")
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    pages = sum(row["pages"] for row in summary["submissions"])
    return Point(pages, watched.seconds, watched.peak_mib)


def _checked(watched: Watched, command: str) -> None:
    if watched.status:
        raise SystemExit(f"heyan {command} ended with status {watched.status}")


def _markdown(batches: Mapping[int, Point], count: int, singly: Point, workers: int) -> str:
    slope, start, fit = line_through(list(batches.values()))
    rows = [
        [
            str(size),
            str(point.pages),
            f"{point.seconds:.0f}",
            f"{point.pages_a_minute:.1f}",
            f"{start + slope * point.pages:.0f}",
            f"{point.peak_mib:.0f}",
        ]
        for size, point in batches.items()
    ]
    same = batches[count]
    return "\n".join(
        [
            "## Batch",
            "",
            machine_line(this_machine()),
            "",
            f"Generated submissions, {workers} workers; from the start of the command to its "
            "end, models loaded and reports written. Memory: the largest reading process with its Dask worker.",
            "",
            table(_HEAD, rows),
            "",
            f"Line: {start:.1f} s + {slope:.3f} s a page, R² {fit:.4f}.",
            f"The {count} submissions one after the other, `heyan verify`: {singly.pages} pages, "
            f"{singly.pages_a_minute:.1f} a minute; the batch of the same "
            f"{same.pages_a_minute:.1f}, {singly.seconds / same.seconds:.2f} times as fast.",
            "",
        ]
    )


def line_through(points: Sequence[Point]) -> tuple[float, float, float]:
    """Seconds a page, seconds before the first, and R² of the least-squares line."""
    pages = np.array([point.pages for point in points], dtype=float)
    seconds = np.array([point.seconds for point in points])
    if len(set(pages)) < 2:
        return 0.0, float(seconds.mean()), 1.0
    slope, start = np.polyfit(pages, seconds, 1)
    off = float(((seconds - (start + slope * pages)) ** 2).sum())
    spread = float(((seconds - seconds.mean()) ** 2).sum())
    return float(slope), float(start), 1 - off / spread if spread else 1.0


if __name__ == "__main__":
    main()
