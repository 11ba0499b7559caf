"""Which column of a statement holds which year, told by its headings, and whose statement it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.values.texts import compact
from models.document import Cell, Page, Table

Side = Literal["consolidated", "single"]
Role = Literal["label", "current", "prior", "passed over"]

_CURRENT = re.compile(
    r"本期(?:金额|数|发生额)?|本年(?:累计|金额|数|实际|发生额|度).*|期末(?:余额|数|金额).*|年末(?:余额|数|金额).*|"
    r"本年累计金额|当期金额|^(?:期末|年末)$"
)
_PRIOR = re.compile(
    r"上期(?:金额|数|发生额|期末)?|上年(?:同期|金额|数|累计|实际|发生额|度|年末|期末).*|年初(?:余额|数|金额).*|"
    r"期初(?:余额|数|金额).*|上年年末余额|去年.*|^(?:期初|年初)$"
)
_PASSED_OVER = re.compile(r"行次|附注.*|注释.*|注|本月.*|本季.*|行号|序号|编号|.*增减.*|变动.*")
_SIDE_WORDS = re.compile(r"(?:合并|母公司|本公司)(?:数|报表)?")
"""In a heading that names side and year at once: 期末合并, 期初母公司."""
_LABEL = re.compile(
    r"项目|资产|资产类|负债(?:和|及)?(?:所有者|股东)?权?益?.*|.*所有者权益.*|.*股东权益.*|科目|报表项目"
)
_YEAR = re.compile(r"(20\d{2})(?:年度?|[-./]|$)")
_HEADING_ROWS = 4
"""A heading stands within the first rows of its table; a title row or two may lie above it."""


@dataclass(frozen=True)
class Columns:
    """A column of labels with the two value columns that go with it."""

    label: int
    current: int | None
    prior: int | None


def column_groups(page: Page, table: Table) -> list[tuple[Side | None, list[Columns], int, bool]]:
    """Side, the groups of columns, the first row under the headings, whether headings were read."""
    rows = table.rows()
    for number, cells in enumerate(rows[:_HEADING_ROWS]):
        roles = _roles(cells)
        if "current" in roles.values():
            sides = _sides_above(rows[:number], cells)
            below = _sides_in(rows[number + 1 : number + 2])
            if set(below.values()) == {"consolidated", "single"}:
                number, roles, sides = number + 1, _spread(roles, below), below
            side = _side_of(page, table)
            by_side: dict[Side | None, list[Columns]] = {}
            for group_side, group in _groups(roles, sides):
                by_side.setdefault(group_side or side, []).append(group)
            return [(each, groups, number + 1, True) for each, groups in by_side.items()]
    plain = _columns_without_heading(table)
    return [] if plain is None else [(_side_of(page, table), [plain], 0, False)]


def _roles(cells: Sequence[Cell]) -> dict[int, Role]:
    """Column → what its heading says it holds; columns without a known heading are left out."""
    texts = {cell.column: _SIDE_WORDS.sub("", compact(cell.text)) for cell in cells}
    years = {
        column: int(found[1]) for column, text in texts.items() if (found := _YEAR.search(text))
    }
    newest = max(years.values(), default=None)
    roles: dict[int, Role] = {}
    for column, text in texts.items():
        if _PASSED_OVER.fullmatch(text):
            roles[column] = "passed over"
        elif column in years and len(set(years.values())) > 1:
            roles[column] = "current" if years[column] == newest else "prior"
        elif _PRIOR.search(text):
            roles[column] = "prior"
        elif _CURRENT.search(text) or (column in years and not _LABEL.fullmatch(text)):
            roles[column] = "current"
        elif _LABEL.fullmatch(text):
            roles[column] = "label"
    return roles


def _sides_in(rows: Sequence[Sequence[Cell]]) -> dict[int, Side]:
    """Column → side, by cells that say 合并 or 公司 and nothing else."""
    sides: dict[int, Side] = {}
    for cell in (cell for row in rows for cell in row):
        text = compact(cell.text)
        side: Side | None = None
        if re.fullmatch(r"合并(?:数|报表|金额)?", text):
            side = "consolidated"
        elif re.fullmatch(r"(?:母公司|公司|本公司)(?:数|报表|金额)?", text):
            side = "single"
        if side is not None:
            for column in range(cell.column, cell.column + cell.column_span):
                sides[column] = side
    return sides


def _spread(roles: Mapping[int, Role], sides: Mapping[int, Side]) -> dict[int, Role]:
    """The roles with those of the columns of sides, which stand under the heading to their left."""
    headed = sorted(roles)
    under = {
        column: roles[max(known for known in headed if known <= column)]
        for column in sides
        if column >= headed[0]
    }
    return {**roles, **under}


def _sides_above(rows: Sequence[Sequence[Cell]], heading: Sequence[Cell]) -> dict[int, Side]:
    """Column → side, where a row above the headings says 合并 and 公司 over groups of columns."""
    sides = _sides_in(rows)
    for cell in heading:
        text = compact(cell.text)
        if "合并" in text:
            sides[cell.column] = "consolidated"
        elif "母公司" in text or text.startswith("公司"):
            sides[cell.column] = "single"
    return sides


def _groups(roles: dict[int, Role], sides: dict[int, Side]) -> list[tuple[Side | None, Columns]]:
    """Each label column with its value columns, split by side where the headings name sides."""
    labels = sorted(column for column, role in roles.items() if role == "label") or [0]
    groups: list[tuple[Side | None, Columns]] = []
    for label, following in zip(labels, [*labels[1:], max(roles) + 1], strict=True):
        own = [column for column in sorted(roles) if label < column < following]
        named = sorted({sides[column] for column in own if column in sides})
        every: list[Side | None] = [*named] or [None]
        for side in every:
            mine = [c for c in own if side is None or sides.get(c) == side]
            current = [c for c in mine if roles[c] == "current"]
            prior = [c for c in mine if roles[c] == "prior"]
            if current:
                groups.append((side, Columns(label, current[0], prior[0] if prior else None)))
    return groups


def _columns_without_heading(table: Table) -> Columns | None:
    """Label first, then the columns that hold amounts: this year before last year by custom."""
    last = max(cell.column + cell.column_span for cell in table.cells)
    amounts = [
        column
        for column in range(1, last)
        if sum(
            bool(re.search(r"\d[.,]\d", cell.text)) for cell in table.cells if cell.column == column
        )
        >= 3
    ]
    if not amounts:
        return None
    return Columns(0, amounts[0], amounts[1] if len(amounts) > 1 else None)


def _side_of(page: Page, table: Table) -> Side | None:
    """What the title over the table says: 合并利润表, 母公司资产负债表."""
    above = [line for line in page.lines if line.box.bottom <= table.box.top + 0.02]
    titles = [
        compact(line.text) for line in above if re.search("利润表|资产负债表", compact(line.text))
    ]
    titles += [
        compact(cell.text)
        for cell in table.cells
        if cell.row < _HEADING_ROWS and re.search("利润表|资产负债表", compact(cell.text))
    ]
    joined = "".join(titles)
    if "母公司" in joined:
        return "single"
    return "consolidated" if "合并" in joined else None
