"""Where the bars of a chart lie, for a template that draws them as SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.finding import Outcome

WIDTH, HEIGHT = 560, 160
"""Of a chart of upright bars, in SVG units; its captions stand below."""
ROW = 22
"""Height of one line of stacked bars."""
SPAN = 420
"""Width of the longest line of stacked bars."""
_TYPE_SIZE = 12
"""Of captions, as the template sets it."""


@dataclass(frozen=True)
class Bar:
    """One upright bar."""

    x: float
    y: float
    wide: float
    high: float
    count: int
    label: str
    labelled: bool
    """Whether there is room for its caption."""


@dataclass(frozen=True)
class Bars:
    """A chart of upright bars."""

    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Piece:
    """One colour of a line of stacked bars."""

    x: float
    wide: float
    outcome: Outcome
    count: int


@dataclass(frozen=True)
class Stack:
    """One line: its caption and its pieces from left to right."""

    label: str
    y: int
    pieces: tuple[Piece, ...]


def bars_of(labels: Sequence[str], counts: Sequence[int]) -> Bars:
    """Upright bars, the highest as high as the chart."""
    if not counts:
        return Bars(())
    highest = max(1, *counts)
    step = WIDTH / len(counts)
    every = math.ceil(max(map(_caption_width, labels)) / step)
    return Bars(
        tuple(
            Bar(
                x=round(place * step + step * 0.1, 1),
                y=round(HEIGHT - HEIGHT * count / highest, 1),
                wide=round(step * 0.8, 1),
                high=round(HEIGHT * count / highest, 1),
                count=count,
                label=label,
                labelled=place % every == 0 and place * step + _caption_width(label) <= WIDTH,
            )
            for place, (label, count) in enumerate(zip(labels, counts, strict=True))
        )
    )


def _caption_width(label: str) -> int:
    """A caption with the gap behind it; a Chinese character is as wide as the type is large."""
    return math.ceil(_TYPE_SIZE * (1 + sum(1.0 if ord(each) > 0xFF else 0.6 for each in label)))


def stacks_of(
    told: Mapping[str, Mapping[Outcome, int]], order: Sequence[Outcome]
) -> tuple[Stack, ...]:
    """A line for each label; all lines share one scale."""
    longest = max((sum(counts.values()) for counts in told.values()), default=1)
    stacks = []
    for line, (label, counts) in enumerate(told.items()):
        pieces, x = [], 0.0
        for outcome in order:
            wide = SPAN * counts.get(outcome, 0) / longest
            if wide:
                pieces.append(Piece(round(x, 1), round(wide, 1), outcome, counts[outcome]))
                x += wide
        stacks.append(Stack(label, line * ROW, tuple(pieces)))
    return tuple(stacks)
