"""Drawn lines as grids: which rulings belong to one table, and which of its cells are merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractor.imaging.pixels import Ruling

REACH = 0.008
"""How far, in page sizes, a line may end short of the line it meets; scans fray the ends."""

SAME = 0.004
"""Lines closer than this are one: the two strokes of a double line, a thick line's two edges."""

NARROWEST = 0.018
"""Least width of a column in page widths: 4 mm of an A4, a letter and its margins."""

LOWEST = 0.007
"""Least height of a row in page heights: 2 mm of an A4, print of 6 points."""

GAP = 0.012
"""A hole in a line that is bridged: a seal or a fold covers it. Less than a row's height."""

COVERED = 0.5
"""A line separates two cells when it is drawn along at least this much of their common edge."""


@dataclass(frozen=True)
class Stroke:
    """A ruling laid straight: its place across, and from where to where it runs along."""

    place: float
    start: float
    stop: float


@dataclass(frozen=True)
class Slope:
    """How far the page's rulings lean: what x adds to y, and what y adds to x."""

    across: float = 0.0
    down: float = 0.0

    def level(self, x: float, y: float) -> tuple[float, float]:
        """The point on the page as it would lie if the rulings were straight."""
        return x - self.down * y, y - self.across * x

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point as it lies on the page."""
        scale = 1 - self.across * self.down
        return (x + self.down * y) / scale, (y + self.across * x) / scale


@dataclass(frozen=True)
class Grid:
    """The lines of one table, levelled; edges are in order and include the outer ones."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    horizontals: tuple[Stroke, ...]
    verticals: tuple[Stroke, ...]

    def line_below(self, row: int, column: int) -> bool:
        """Whether a line is drawn between this place and the next row."""
        return _drawn(self.horizontals, self.ys[row + 1], self.xs[column], self.xs[column + 1])

    def line_right(self, row: int, column: int) -> bool:
        """Whether a line is drawn between this place and the next column."""
        return _drawn(self.verticals, self.xs[column + 1], self.ys[row], self.ys[row + 1])

    def cells(self) -> list[tuple[int, int, int, int]]:
        """(row, column, row span, column span) of every cell; together they fill the grid."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        free = [[True] * columns for _ in range(rows)]
        found: list[tuple[int, int, int, int]] = []
        for row in range(rows):
            for column in range(columns):
                if not free[row][column]:
                    continue
                wide = 1
                while (
                    column + wide < columns
                    and free[row][column + wide]
                    and not self.line_right(row, column + wide - 1)
                ):
                    wide += 1
                high = 1
                while row + high < rows and self._continues(row + high, column, wide):
                    high += 1
                for r in range(row, row + high):
                    free[r][column : column + wide] = [False] * wide
                found.append((row, column, high, wide))
        return found

    def _continues(self, row: int, column: int, wide: int) -> bool:
        """Whether the cell above these places reaches down into this row."""
        span = range(column, column + wide)
        return not any(self.line_below(row - 1, at) for at in span) and not any(
            self.line_right(row, at) for at in span[:-1]
        )


def slope_of(rulings: Sequence[Ruling]) -> Slope:
    """How far the rulings lean, from the longer ones; level where there are too few."""

    def lean(horizontal: bool) -> float:
        every = [
            (along, (end[1 - axis] - start[1 - axis]) / along)
            for ruling in rulings
            if ruling.horizontal is horizontal
            for axis in [0 if horizontal else 1]
            for start, end in [(ruling.start, ruling.end)]
            for along in [end[axis] - start[axis]]
            if along > 0.05
        ]
        longest = sorted(every, reverse=True)[:25]
        return median(step for _, step in longest) if len(longest) >= 2 else 0.0

    return Slope(across=lean(True), down=lean(False))


def strokes_of(rulings: Sequence[Ruling], slope: Slope) -> tuple[list[Stroke], list[Stroke]]:
    """The horizontals and verticals, levelled, double lines made one and holes bridged."""
    horizontals: list[Stroke] = []
    verticals: list[Stroke] = []
    for ruling in rulings:
        x1, y1 = slope.level(*ruling.start)
        x2, y2 = slope.level(*ruling.end)
        if ruling.horizontal:
            horizontals.append(Stroke((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        else:
            verticals.append(Stroke((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return joined(horizontals), joined(verticals)


def joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes that lie on one another or continue each other, as one."""
    done: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda each: (each.start, each.place)):
        for at, other in enumerate(done):
            near = abs(other.place - stroke.place) <= SAME
            if near and stroke.start <= other.stop + GAP:
                longer = stroke if stroke.stop - stroke.start > other.stop - other.start else other
                done[at] = replace(longer, start=other.start, stop=max(other.stop, stroke.stop))
                break
        else:
            done.append(stroke)
    return done


def groups_of(
    horizontals: Sequence[Stroke], verticals: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that touch each other, directly or through others: one group per table."""
    parent = list(range(len(horizontals) + len(verticals)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, across in enumerate(horizontals):
        for j, down in enumerate(verticals, start=len(horizontals)):
            if (
                across.start - REACH <= down.place <= across.stop + REACH
                and down.start - REACH <= across.place <= down.stop + REACH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, across in enumerate(horizontals):
        groups.setdefault(root(i), ([], []))[0].append(across)
    for j, down in enumerate(verticals, start=len(horizontals)):
        groups.setdefault(root(j), ([], []))[1].append(down)
    return list(groups.values())


def grid_of(horizontals: Sequence[Stroke], verticals: Sequence[Stroke]) -> Grid | None:
    """The grid that touching strokes form, or None where they enclose nothing.

    Statements are often printed without the outer side lines: where the rows reach beyond the
    last column line, the end of the rows is taken for the missing side, and likewise above and
    below.
    """
    if not horizontals or not verticals or len(horizontals) + len(verticals) < 3:
        return None
    down, across = _apart(verticals, NARROWEST), _apart(horizontals, LOWEST)
    down += _missing_ends(across, down)
    across += _missing_ends(down, across)
    xs, ys = _edges(down), _edges(across)
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(xs, ys, tuple(across), tuple(down))


def _apart(strokes: Sequence[Stroke], least: float) -> list[Stroke]:
    """The strokes without those too close to a longer one to hold print between them.

    They are the second line of a double frame, or the edge of a seal, a star or a letter.
    """
    kept: list[list[Stroke]] = []
    edges: dict[float, list[Stroke]] = {}
    for stroke in sorted(strokes, key=lambda each: each.place):
        near = next((at for at in edges if abs(at - stroke.place) <= SAME), stroke.place)
        edges.setdefault(near, []).append(stroke)
    for _, edge in sorted(edges.items()):
        if kept and edge[0].place - kept[-1][-1].place < least:
            kept[-1] = max(kept[-1], edge, key=_length)
        else:
            kept.append(edge)
    return [stroke for edge in kept for stroke in edge]


def _length(edge: Sequence[Stroke]) -> float:
    return sum(stroke.stop - stroke.start for stroke in edge)


def _missing_ends(along: Sequence[Stroke], edges: Sequence[Stroke]) -> list[Stroke]:
    """The sides that the strokes reach without a line being drawn there."""
    places = [edge.place for edge in edges]
    first, last = min(s.place for s in along), max(s.place for s in along)
    missing: list[Stroke] = []
    starts = [s.start for s in along if s.start < min(places) - 2 * REACH]
    stops = [s.stop for s in along if s.stop > max(places) + 2 * REACH]
    if len(starts) >= 2:
        missing.append(Stroke(median(starts), first, last))
    if len(stops) >= 2:
        missing.append(Stroke(median(stops), first, last))
    return missing


def _edges(strokes: Sequence[Stroke]) -> tuple[float, ...]:
    """The places of the strokes in order, those that lie together as one."""
    edges: list[list[float]] = []
    for place in sorted(stroke.place for stroke in strokes):
        if edges and place - edges[-1][-1] <= SAME:
            edges[-1].append(place)
        else:
            edges.append([place])
    return tuple(sum(group) / len(group) for group in edges)


def _drawn(strokes: Sequence[Stroke], place: float, start: float, stop: float) -> bool:
    """Whether strokes at this place cover most of the way from start to stop."""
    covered = sum(
        max(0.0, min(stop, stroke.stop) - max(start, stroke.start))
        for stroke in strokes
        if abs(stroke.place - place) <= 1.5 * SAME
    )
    return covered >= COVERED * (stop - start)
