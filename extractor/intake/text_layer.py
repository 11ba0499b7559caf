"""A PDF page's own text as lines, where it can be trusted to be what the page shows."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np

from extractor.imaging.pixels import Pixels, Ruling
from extractor.intake.characters import Break, Character
from models.document import BoundingBox, TextLine

FEWEST = 8
"""Characters below which a page is read as a picture: a page number proves nothing."""
DRAWN = 0.98
"""Share of the characters under which there must be ink; hidden text has none."""
EXPLAINED = 0.9
"""Share of the dark pixels that characters and rulings must account for."""
COMMON = 0.9
"""Share of the Chinese characters that GB 2312 has; wrong mappings hit rare ones."""
GAP = 1.2
"""Heights of a line from which a gap divides it: wider than the space people put into 姓　名."""
SPACE = 0.22
"""Heights of a line from which a gap between letters is a space."""


def lines_of(
    found: Sequence[Character | Break], rulings: Sequence[Ruling], pixels: Pixels
) -> tuple[TextLine, ...] | None:
    """The lines of the text layer in reading order; None where it can't be trusted."""
    height, width = pixels.shape[:2]
    every = [each for each in found if isinstance(each, Character)]
    if not _decodes(every) or not _shown(every, rulings, pixels):
        return None
    runs = _runs(found, rulings, width / height)
    lines = [_line(run, width / height) for run in runs]
    return tuple(sorted_for_reading(lines))


def _decodes(every: Sequence[Character]) -> bool:
    """Whether the layer says which characters it has, and they make sense on a Chinese page."""
    if len(every) < FEWEST or not all(each.text for each in every):
        return False
    if sum(each.level for each in every) < 0.9 * len(every):
        return False
    inside = sum(
        0 <= each.left <= each.right <= 1 and 0 <= each.top <= each.bottom <= 1 for each in every
    )
    if inside < 0.9 * len(every):
        return False
    text = "".join(each.text for each in every)
    chinese = [character for character in text if "\u4e00" <= character <= "\u9fff"]
    plain = sum(character.isascii() or not character.isalpha() for character in text)
    common = sum(_in_gb2312(character) for character in chinese)
    return len(chinese) + plain >= 0.9 * len(text) and common >= COMMON * len(chinese)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _shown(every: Sequence[Character], rulings: Sequence[Ruling], pixels: Pixels) -> bool:
    """Whether the characters lie on ink, and the ink under characters and rulings."""
    height, width = pixels.shape[:2]
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    # Coloured grounds and shading are no print: print stands out from what is around it.
    dark = cv2.subtract(cv2.blur(grey, (41, 41)), grey) > 40
    explained = np.zeros((height, width), dtype=np.uint8)
    drawn = 0
    for each in every:
        left, right = int(each.left * width) - 1, int(each.right * width) + 2
        top, bottom = int(each.top * height) - 1, int(each.bottom * height) + 2
        box = slice(max(0, top), max(0, bottom)), slice(max(0, left), max(0, right))
        explained[box] = 1
        drawn += bool(dark[box].any())
    if drawn < DRAWN * len(every):
        return False
    for ruling in rulings:
        (x0, y0), (x1, y1) = ruling.start, ruling.end
        start = round(x0 * width), round(y0 * height)
        cv2.line(explained, start, (round(x1 * width), round(y1 * height)), [1.0], 9)
    return float(dark[explained > 0].sum()) >= EXPLAINED * float(dark.sum())


def _runs(
    found: Sequence[Character | Break], rulings: Sequence[Ruling], aspect: float
) -> list[list[Character]]:
    """Characters that follow each other on one line, divided at gaps and vertical rulings."""
    upright = [ruling for ruling in rulings if not ruling.horizontal]
    runs: list[list[Character]] = []
    fresh = True
    for each in found:
        if isinstance(each, Break):
            fresh = True
            continue
        if not each.level or not (each.left >= 0 and each.right <= 1):
            continue
        if not fresh and _follows(runs[-1][-1], each, upright, aspect):
            runs[-1].append(each)
        else:
            runs.append([each])
        fresh = False
    return _merged(runs, upright, aspect)


def _follows(before: Character, after: Character, upright: Sequence[Ruling], aspect: float) -> bool:
    """Whether a character continues the line of another."""
    high = min(before.bottom - before.top, after.bottom - after.top)
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    gap = (after.left - before.right) * aspect
    tall = max(before.bottom - before.top, after.bottom - after.top)
    if shared < 0.5 * high or not -0.6 * tall <= gap <= GAP * tall:
        return False
    left, right = (before.left + before.right) / 2, (after.left + after.right) / 2
    middle = (after.top + after.bottom) / 2
    return not any(
        left < ruling.start[0] < right and ruling.start[1] <= middle <= ruling.end[1]
        for ruling in upright
    )


def _merged(
    runs: list[list[Character]], upright: Sequence[Ruling], aspect: float
) -> list[list[Character]]:
    """Runs joined that one line was written in, such as a value set in another font."""
    merged: list[list[Character]] = []
    for run in sorted(runs, key=lambda run: (round(run[0].top, 3), run[0].left)):
        for earlier in reversed(merged[-12:]):
            close = (run[0].left - earlier[-1].right) * aspect
            if close >= -0.0005 and _follows(earlier[-1], run[0], upright, aspect):
                earlier.extend(run)
                break
        else:
            merged.append(list(run))
    return merged


def _line(run: Sequence[Character], aspect: float) -> TextLine:
    """A run as a line; a gap between letters or digits becomes a space, in Chinese none is read."""
    text, centres = "", []
    high = median(each.bottom - each.top for each in run)
    for index, each in enumerate(run):
        before = run[index - 1] if index else None
        gap = 0.0 if before is None else (each.left - before.right) * aspect
        if before and gap > SPACE * high and before.text.isascii() and each.text.isascii():
            text += " "
            centres.append((before.right + each.left) / 2)
        text += each.text
        step = (each.right - each.left) / len(each.text)
        centres += [each.left + step * (k + 0.5) for k in range(len(each.text))]
    box = BoundingBox.clipped(
        min(each.left for each in run),
        min(each.top for each in run),
        max(each.right for each in run),
        max(each.bottom for each in run),
    )
    return TextLine(
        text=text,
        box=box,
        confidence=1.0,
        source="text_layer",
        centres=tuple(centres),
        confidences=(1.0,) * len(text),
    )


def sorted_for_reading(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines from top to bottom, those whose middles lie in one row from left to right."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.centre[1]):
        last = rows[-1][0] if rows else None
        if last and line.box.centre[1] - last.box.centre[1] <= 0.4 * min(
            line.box.height, last.box.height
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.box.left)]
