"""The pages all contestants read: generated, scanned, and drawn once as pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2

from extractor.evaluate.running import sample_of
from extractor.evaluate.truth import Truth, load_truth, truth_files
from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from extractor.intake.rendering import PageRenderer
from models.frozen import Frozen
from samples.benchmark.printed_numbers import numbers_of


class Pages(Frozen):
    """The folder of pictures, and the numbers that stand on each."""

    folder: Path
    numbers: dict[str, frozenset[str]]
    """File name → canonical numbers; every picture has an entry."""
    seeds: tuple[int, ...]


def draw_pages(samples: Path, each: int, out: Path) -> Pages:
    """Draws ``each`` pages of every sample, evenly spread, as PNG; earlier ones are removed."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    numbers: dict[str, frozenset[str]] = {}
    truths = []
    for path in truth_files(samples):
        truth = load_truth(path)
        truths.append(truth)
        numbers |= _draw(path, truth, each, out)
    return Pages(folder=out, numbers=numbers, seeds=tuple(truth.seed for truth in truths))


def _draw(path: Path, truth: Truth, each: int, out: Path) -> dict[str, frozenset[str]]:
    """The sample's pictures with their numbers."""
    bound = sample_of(path) / truth.files[0]
    [file] = open_submission(bound, Limits(), out)
    printed = numbers_of(truth)
    drawn = {}
    with PageRenderer(Limits()) as renderer:
        for number in spread(file.pages, each):
            name = f"{truth.name}-{number:03d}.png"
            cv2.imwrite(str(out / name), renderer.render(file, number).pixels)
            drawn[name] = printed.get(number, frozenset())
    return drawn


def spread(pages: int, wanted: int) -> list[int]:
    """``wanted`` page numbers evenly spread over ``pages``, or all of them."""
    if wanted >= pages:
        return list(range(1, pages + 1))
    return [1 + place * pages // wanted for place in range(wanted)]
