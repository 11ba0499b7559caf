"""Medians, ratios and the table of samples/BENCHMARK.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from extractor.evaluate.machine import Machine
from extractor.evaluate.markdown import machine_line, table
from models.frozen import Frozen
from samples.benchmark.contestants import Run
from samples.benchmark.pages import Pages
from samples.benchmark.printed_numbers import share_found


class Figures(Frozen):
    """One contestant over all repetitions."""

    name: str
    pages_per_minute: float
    """Median."""
    slowest: float
    fastest: float
    peak_mib: float
    """The most of all repetitions."""
    numbers_found: float
    """Share, 0…1."""


def figures_of(name: str, runs: Sequence[Run], numbers: Mapping[str, frozenset[str]]) -> Figures:
    """The figures of one contestant's runs over the same pages."""
    speeds = [60 * len(numbers) / run.seconds for run in runs]
    return Figures(
        name=name,
        pages_per_minute=median(speeds),
        slowest=min(speeds),
        fastest=max(speeds),
        peak_mib=max(run.peak_mib for run in runs),
        numbers_found=share_found(numbers, runs[0].texts),
    )


def benchmark_markdown(
    figures: Sequence[Figures], pages: Pages, machine: Machine, peers: Mapping[str, str],
    repetitions: int, workers: int,
) -> str:  # fmt: skip
    """The Markdown text; ratios are of the first contestant to each."""
    first = figures[0]
    rows = [
        (
            each.name,
            f"{each.pages_per_minute:.1f}",
            f"{each.slowest:.1f}–{each.fastest:.1f}",
            f"{first.pages_per_minute / each.pages_per_minute:.2f}",
            f"{each.peak_mib:.0f}",
            f"{each.numbers_found:.1%}",
        )
        for each in figures
    ]
    head = ("", "pages a minute", "slowest–fastest", f"{first.name} is … times as fast",
            "peak MiB", "numbers found")  # fmt: skip
    versions = ", ".join(f"{name} {number}" for name, number in peers.items())
    every = sum(len(values) for values in pages.numbers.values())
    return "\n\n".join(
        (
            "# Benchmark",
            f"Written by `make benchmark` on {date.today().isoformat()}.",
            f"Machine: {machine_line(machine)}. Peers: {versions or 'none'}.",
            f"{len(pages.numbers)} scanned pages of generated submissions (seeds "
            f"{', '.join(map(str, pages.seeds))}) with {every} printed amounts and codes of four "
            f"digits and more; {repetitions} repetitions, contestants in turn, medians.",
            table(head, rows),
            f"Pages come as the same PNG files, some of them turned. heyan reads with {workers} "
            "processes of one thread each; it turns and straightens each page, lifts ink off the "
            "print, and reads seals, tables, ticks and codes too. The others run as they start by "
            "default: one process, all cores, text lines only. Models are loaded and one page is "
            "read before the clock starts. Peak memory is of all processes together, shared "
            "memory counted once. A number is found where the text of its page has it, in 元, "
            "千元 or 万元, with or without thousands marks.",
        )
    ) + "\n"  # fmt: skip
