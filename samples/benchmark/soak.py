"""``python -m samples.benchmark.soak``: many pages through one pool of workers, memory watched.

With recycling off the resident memory of each reading process should stay level after its warm-up;
with it on, whatever grows is given back. Both are shown.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pikepdf

from extractor.evaluate.machine import this_machine
from extractor.evaluate.markdown import machine_line, table
from samples.benchmark.watched import Look, heyan, watch
from samples.generate import generate

SEED = 9
WARM_UP = 0.2
"""Share of the pages after which the memory should be level."""
_OFF = {"HEYAN_PAGES_PER_PROCESS": "0", "HEYAN_RECYCLE_MEMORY": str(1 << 40), "HEYAN_WORKER_MEMORY": str(1 << 40)}  # fmt: skip


@dataclass(frozen=True)
class Soak:
    """One run: how much memory the reading processes held, and how that changed."""

    pages: int
    seconds: float
    level_mib: float
    """Mean over the processes after the warm-up."""
    peak_mib: float
    growth: float
    """Per 500 pages, as a share of the level; of the process that grew most."""
    processes: int


def main() -> None:
    """Reads the arguments, measures, writes a section of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m samples.benchmark.soak")
    parser.add_argument("out", type=Path, help="the Markdown file")
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--recycled-pages", type=int, default=300, help="0 leaves that run out")
    parser.add_argument("--longest", type=float, help="seconds after which a run is ended")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--samples", type=Path, help="a folder of samples instead of new ones")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heyan-") as folder:
        scratch = Path(folder)
        samples = given.samples or scratch / "samples"
        if given.samples is None:
            generate(samples, 4, SEED)
        soaked = partial(_soaked, samples, scratch, given.workers, given.longest)
        runs = {"recycling off": soaked(given.pages, _OFF)}
        if given.recycled_pages:
            often = {"HEYAN_PAGES_PER_PROCESS": "50"}
            runs["replaced every 50 pages"] = soaked(given.recycled_pages, often)
    written = _markdown(runs, given.workers)
    given.out.write_text(written, encoding="utf-8")
    print(written)


def _soaked(
    samples: Path,
    scratch: Path,
    workers: int,
    longest: float | None,
    pages: int,
    environment: dict[str, str],
) -> Soak:
    folder, out = scratch / "soak", scratch / "soaked"
    for each in (folder, out):
        shutil.rmtree(each, ignore_errors=True)
    count = _copies(samples, folder, pages)
    command = heyan("batch", folder, "--out", out, "--workers", str(workers), "--no-html")
    watched = watch(command, out / ".heyan" / "pages", environment, longest)
    if watched.status not in (0, -signal.SIGTERM):
        raise SystemExit(f"heyan batch ended with status {watched.status}")
    read = watched.looks[-1].pages if watched.status else count
    return soak_of(watched.looks, read, watched.seconds)


def _copies(samples: Path, folder: Path, pages: int) -> int:
    """At least so many pages, in submissions that each bind all the samples in one file.

    A batch reads small files first: of single samples the larger pages would come last, and look
    like memory that grows. No two files have the same bytes, so that each is read.
    """
    count = number = 0
    with pikepdf.new() as bound:
        for each in sorted(samples.glob("*/submission.pdf")):
            with pikepdf.open(each) as document:
                bound.pages.extend(document.pages)
        while count < pages:
            (folder / f"{number:04d}").mkdir(parents=True)
            bound.docinfo["/Subject"] = f"copy {number}"
            bound.save(folder / f"{number:04d}" / "submission.pdf")
            count += len(bound.pages)
            number += 1
    return count


def soak_of(looks: Sequence[Look], pages: int, seconds: float) -> Soak:
    """The figures of the looks taken during a run."""
    warm = [look for look in looks if look.pages >= WARM_UP * pages] or list(looks)
    level = float(np.mean([look.mib for look in warm])) if warm else 0.0
    growths = []
    for pid in {look.pid for look in warm}:
        own = [look for look in warm if look.pid == pid]
        spread = own[-1].pages - own[0].pages
        if len(own) > 2 and spread:
            slope = np.polyfit([look.pages for look in own], [look.mib for look in own], 1)[0]
            growths.append(float(slope) * 500 / level)
    return Soak(
        pages=pages,
        seconds=seconds,
        level_mib=level,
        peak_mib=max((look.mib for look in looks), default=0.0),
        growth=max(growths, default=0.0),
        processes=len({look.pid for look in looks}),
    )


def _markdown(runs: dict[str, Soak], workers: int) -> str:
    rows = [
        [
            name,
            str(run.pages),
            f"{60 * run.pages / run.seconds:.1f}",
            f"{run.level_mib:.0f}",
            f"{run.peak_mib:.0f}",
            f"{run.growth:+.2%}",
            str(run.processes),
        ]
        for name, run in runs.items()
    ]
    head = (
        "run", "pages", "pages a minute", "MiB a worker, mean", "peak",
        "growth per 500 pages", "processes",
    )  # fmt: skip
    return "\n".join(
        [
            "## Soak",
            "",
            machine_line(this_machine()),
            "",
            f"{workers} workers; memory of a reading process with its Dask worker, after the first "
            f"{WARM_UP:.0%} of the pages. Growth: slope of the least-squares line over all pages read, of the "
            "process that grew most; each process reads its share of them.",
            "",
            table(head, rows),
            "",
        ]
    )


if __name__ == "__main__":
    main()
