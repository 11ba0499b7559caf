"""The labels of a set of licence pictures, one line of print a row.

The rows are ``index,x1,y1,…,x4,y4,text,label`` in reading order; a value over several lines has
several rows. The set they come from, ``caop-kie/Business-License``, is somewhat noisy: letters for
digits, missing rows, ``#`` for what its labellers could not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from extractor.evaluate.equality import plain
from extractor.values import capital, days
from models.errors import DamagedFile
from models.extraction import ValueKind
from models.report import OPEN_END, Box, canonical

_COORDINATES = 8
_UNREADABLE = "#"
_LETTERS = str.maketrans("OI", "01")
"""A credit code has no O and no I: whoever types one means the digit."""
_CODE = re.compile(r"[0-9A-Z]{18}")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_OPEN = re.compile(r"长期|永久|不约定|\*{3}")


@dataclass(frozen=True)
class Labelled:
    """One value as labelled: the joined text, and the box around its lines in pixels."""

    text: str
    box: Box


@dataclass(frozen=True)
class LabelledField:
    """A field of the licence that the set labels."""

    name: str
    label: str
    kind: ValueKind
    compared: Callable[[str], str | None]
    """The form in which label and reading are compared; None where the label can't be used."""


def read_labels(path: Path) -> Mapping[str, Labelled]:
    """Label name → what it says; raises DamagedFile where the rows are of another form."""
    lines: dict[str, list[_Line]] = {}
    try:
        for row in path.read_text(encoding="utf-8-sig").splitlines():
            if row.strip():
                _, *rest = row.split(",", _COORDINATES + 1)
                text, _, name = rest[-1].rpartition(",")
                line = _Line(text, *(float(number) for number in rest[:_COORDINATES]))
                lines.setdefault(name.strip(), []).append(line)
    except (OSError, ValueError, TypeError) as error:
        raise DamagedFile(
            "标注文件的格式不对：每行应为 序号,四点坐标,文字,类别", path.name
        ) from error
    return {
        name: _joined(parts, captions=len(lines.get(f"{name}_key", ())))
        for name, parts in lines.items()
    }


class _Line(NamedTuple):
    """A row of the file: the print and its corners from the top left clockwise, in pixels."""

    text: str
    x1: float
    y1: float
    x2: float
    y2: float
    x3: float
    y3: float
    x4: float
    y4: float

    @property
    def box(self) -> Box:
        xs, ys = self[1::2], self[2::2]
        return min(xs), min(ys), max(xs), max(ys)


def _joined(lines: Sequence[_Line], captions: int) -> Labelled:
    """The lines as one value; a trader's licence has two captions (类型, 组成形式) under one name."""
    ordered = _in_rows(lines)
    if captions > 1 and len(ordered) == captions:
        ordered = ordered[:1]
    lefts, tops, rights, bottoms = zip(*(line.box for line in ordered), strict=True)
    text = "".join("".join(line.text for line in ordered).split())
    return Labelled(text, (min(lefts), min(tops), max(rights), max(bottoms)))


def _in_rows(lines: Sequence[_Line]) -> list[_Line]:
    """From top to bottom, and from left to right where lines stand side by side.

    The rows of the file are not always in the order of the print.
    """
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.y1 + line.y3):
        middle = (line.y1 + line.y3) / 2
        if rows and middle < rows[-1][0].box[3] and line.x1 > rows[-1][0].x2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.x1)]


def _as_text(text: str) -> str | None:
    return None if _UNREADABLE in text else plain(text)


def _as_code(text: str) -> str | None:
    """The 18 characters; a registration number of the years before is no credit code."""
    code = plain(text).upper().translate(_LETTERS)
    return code if _CODE.fullmatch(code) else None


def _as_capital(text: str) -> str | None:
    amount = capital.parse(text)
    written = None if amount is None else canonical(amount)
    return written if isinstance(written, str) else None


def _as_day(text: str) -> str | None:
    day = days.parse(text)
    written = None if day is None else canonical(day)
    return written if isinstance(written, str) else None


def _as_end(text: str) -> str | None:
    """The last day of the term, or 长期; None where the end is left blank."""
    _, to, end = plain(text).rpartition("至")
    found = _DATE.fullmatch(end.removesuffix("止"))
    if found is not None:
        return "-".join(part.zfill(2) for part in found.groups()) if to else None
    return OPEN_END if _OPEN.search(end) else None


LABELLED: tuple[LabelledField, ...] = (
    LabelledField("uscc", "social_credit_code", "identifier", _as_code),
    LabelledField("name", "name", "text", _as_text),
    LabelledField("type", "type", "text", _as_text),
    LabelledField("legal_representative", "legal_person", "text", _as_text),
    LabelledField("registered_capital", "registration_capital", "amount", _as_capital),
    LabelledField("established_on", "start_date", "day", _as_day),
    LabelledField("term", "operation_date", "day", _as_end),
    LabelledField("address", "location", "text", _as_text),
    LabelledField("business_scope", "business_scopes", "text", _as_text),
)
