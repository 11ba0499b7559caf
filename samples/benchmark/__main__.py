"""``python -m samples.benchmark``: makes the pages, runs everyone in turn, writes the table."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

from extractor.evaluate.machine import this_machine
from samples.benchmark.contestants import Contestant, Run, contestants, run
from samples.benchmark.figures import benchmark_markdown, figures_of
from samples.benchmark.pages import Pages, draw_pages
from samples.generate import generate

SEED = 9
"""Kept for final figures: submissions 9000, 9001, …"""
SUBMISSIONS = 4
"""One of each difficulty."""


def main() -> None:
    """Reads the arguments and writes the table."""
    parser = argparse.ArgumentParser(prog="python -m samples.benchmark")
    parser.add_argument("out", type=Path, help="the Markdown file")
    parser.add_argument("--peers", type=Path, help="Python of the peers' environment")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--pages", type=int, default=8, help="pages of each submission")
    parser.add_argument("--samples", type=Path, help="a folder of samples instead of new ones")
    given = parser.parse_args()
    workers = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="heyan-") as folder:
        scratch = Path(folder)
        samples = given.samples or _samples(scratch / "samples")
        pages = draw_pages(samples, given.pages, scratch / "pages")
        everyone = contestants(given.peers, workers)
        runs = _in_turn(everyone, pages, scratch, given.repetitions)
    written = benchmark_markdown(
        [figures_of(each.name, runs[each.name], pages.numbers) for each in everyone],
        pages,
        this_machine(),
        {} if given.peers is None else _versions(given.peers),
        given.repetitions,
        workers,
    )
    given.out.write_text(written, encoding="utf-8")
    print(written)


def _samples(out: Path) -> Path:
    generate(out, SUBMISSIONS, SEED)
    return out


def _in_turn(
    everyone: tuple[Contestant, ...], pages: Pages, scratch: Path, repetitions: int
) -> dict[str, list[Run]]:
    """Every contestant once, then again: what slows the machine for a while slows all alike."""
    runs: dict[str, list[Run]] = {each.name: [] for each in everyone}
    for repetition in range(repetitions):
        for each in everyone:
            done = run(each, pages.folder, scratch)
            runs[each.name].append(done)
            print(f"{repetition + 1}/{repetitions} {each.name}: {done.seconds:.1f} s", flush=True)
    return runs


def _versions(python: Path) -> dict[str, str]:
    """The peers' packages and versions."""
    names = ("rapidocr", "paddleocr", "paddlex", "onnxruntime", "openvino")
    code = (
        "import json,sys;from importlib.metadata import version;"
        "print(json.dumps({n:version(n) for n in sys.argv[1:]}))"
    )
    listed = subprocess.run(
        [str(python), "-c", code, *names], capture_output=True, text=True, check=True
    )
    return dict(json.loads(listed.stdout))


if __name__ == "__main__":
    main()
