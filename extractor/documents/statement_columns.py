"""Which column of a statement holds which year, told by its headings, and whose statement it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.values.days import chinese_year
from extractor.values.texts import compact
from models.document import Cell, Page, Table

Side = Literal["consolidated", "single"]
Role = Literal["label", "current", "prior", "passed over"]

_PRIOR = re.compile(r"上期|上年|上一年|去年|前期|同期|年初|期初")
"""Looked for before the words of this year: 上期期末 is last year's."""
_CURRENT = re.compile(r"本期|本年|当期|当年|期末|年末|累计|审定")
_PASSED_OVER = re.compile(
    r"行次|附注.*|注释.*|注|行号|序号|编号|.*(?:本月|当月|单月|本季|当季|增减|变动|比例|百分比).*"
)
_WHOLE_YEAR = re.compile(r"累计|(?<!\d)0?1月?[-—–~至到]12月|全年|年度")
_PART_OF_IT = re.compile(r"本期|当期|上期|(?<![-—–~至到\d])\d{1,2}月")
"""Beside a column of the whole year, what prints of a month call the last month."""
_MONTHS = re.compile(r"(?:1月?[-—–~至到])?\d{1,2}月份?(?:金额|数|发生额)?")
_SIDE_WORDS = re.compile(r"(?:合并|母公司|本公司|本?集团)(?:数|报表)?|[(]公司[)]")
"""In a heading that names side and year at once: 期末合并, 期初母公司."""
_COUNTS = re.compile(
    r"合计|总计|(?:经)?审定(?:数|金额|后)?|(?:本年|全年)?累计(?:数|金额|发生额)?|全年(?:数|金额)?"
)
_PARTS = re.compile(
    r"(?:非)?限定性(?:净资产)?|(?:未审|未经审计|审计前|账面|报表|企业|申报|重述前|调整前)(?:数|金额)?"
    r"|(?:审计)?调整(?:数|额)?|(?:本|当)(?:月|季度?|期)(?:数|金额|发生额)?|(?:借|贷)方"
)
"""Under the heading of a period: the column that counts, and what it is made of or was before."""
_FEWEST_UNDER = 2
_LABEL = re.compile(
    r"项目|资产|资产类|负债(?:和|及)?(?:所有者|股东)?权?益?.*|.*所有者权益.*|.*股东权益.*|科目|报表项目"
)
_YEAR = re.compile(r"(20\d{2})(?:年度?|[-./]|$)")
_CHINESE_YEAR = re.compile(r"[一二三四五六七八九〇零○O0]{4}(?=年)")
_FIRST_DAY = re.compile(r"20\d{2}(?:年|[-./])0?1(?:月|[-./])0?1(?!\d)")
"""The opening of a year is the end of the one before."""
_RESTATED = re.compile(r"[(](?:已|经|未)?(?:追溯)?(?:重述|追溯调整|审计|审)(?:后)?[)]$")
"""What is said of the figures of a whole column."""
_MISREAD_END = re.compile(r"(?<=[期年])未")
_MOST_HEADING_ROWS = 10
"""Title, period and unit stand above the headings where nothing is ruled."""
_FIGURES = re.compile(r"\d,\d{3}|(?<![\d.])\d+\.\d{2}(?![\d.])")
_HEADING_WORDS = re.compile(
    r"[本上去前当同]|[期年月日]|一年|累计|审定|经审计|实际|[末初度底]|金额|余额|发生额|发生数|[数额]"
    r"|截[至止]|人民币|[百千万亿]*元|\W|\d"
)
"""What headings of periods are made of; names of lines (累计折旧, 本期盈余) have other words too."""
_OTHER_LETTERS = 1
"""One may be misread."""
_TITLE_ROWS = 4
"""A title that is part of its table stands within its first rows."""


@dataclass(frozen=True)
class Columns:
    """A column of labels with the two value columns that go with it."""

    label: int
    current: int | None
    prior: int | None


def column_groups(page: Page, table: Table) -> list[tuple[Side | None, list[Columns], int, bool]]:
    """Side, the groups of columns, the first row under the headings, whether headings were read."""
    rows = table.rows()
    for number, roles in _heading_rows(rows):
        sides = _sides_above(rows[:number], rows[number])
        below = _sides_in(rows[number + 1 : number + 2])
        if set(below.values()) == {"consolidated", "single"}:
            number, roles, sides = number + 1, _spread(roles, below), below
        elif (totals := _under_headings(roles, rows[number : number + 2])) is not None:
            number, roles = number + 1, totals
        side = _side_of(page, table)
        by_side: dict[Side | None, list[Columns]] = {}
        for group_side, group in _groups(roles, sides):
            by_side.setdefault(group_side or side, []).append(group)
        if by_side:
            return [(each, groups, number + 1, True) for each, groups in by_side.items()]
    plain = _columns_without_heading(table)
    return [] if plain is None else [(_side_of(page, table), [plain], 0, False)]


def _heading_rows(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, dict[int, Role]]]:
    """The rows above the figures that name a column of this year, headings before titles.

    A title (2025年度) names one and nothing else; headings name the lines or last year too.
    """
    found = []
    for number, cells in enumerate(rows[:_MOST_HEADING_ROWS]):
        if any(_FIGURES.search(cell.text) for cell in cells):
            break
        roles = _roles(cells)
        if "current" in roles.values():
            found.append((number, roles))
    return sorted(found, key=lambda each: not {"label", "prior"} & set(each[1].values()))


def _heading(text: str) -> str:
    """The heading without the words for a side, years in figures."""
    plain = _MISREAD_END.sub("末", _SIDE_WORDS.sub("", _RESTATED.sub("", compact(text))))
    return _CHINESE_YEAR.sub(lambda found: str(chinese_year(found[0]) or found[0]), plain)


def _year_of(text: str) -> int | None:
    """The year at whose end or over which the column stands."""
    found = _YEAR.search(text)
    if found is None:
        return None
    return int(found[1]) - (1 if _FIRST_DAY.search(text) else 0)


def _roles(cells: Sequence[Cell]) -> dict[int, Role]:
    """Column → what its heading says it holds; columns without a known heading are left out."""
    texts = {cell.column: _heading(cell.text) for cell in cells}
    years = {column: year for column, text in texts.items() if (year := _year_of(text))}
    newest = max(years.values(), default=0)
    several = len(set(years.values())) > 1
    roles: dict[int, Role] = {}
    for column, text in texts.items():
        year = years.get(column)
        if _PASSED_OVER.fullmatch(text):
            roles[column] = "passed over"
        elif several and year is not None:
            roles[column] = _role_of_year(newest - year)
        elif (role := _role_by_words(text, year)) is not None:
            roles[column] = role
    return {**roles, **_parts_of_the_year(roles, texts)}


def _role_by_words(text: str, year: int | None) -> Role | None:
    period = _names_a_period(text)
    if period and _PRIOR.search(text):
        return "prior"
    if (period and _CURRENT.search(text)) or _MONTHS.fullmatch(text):
        return "current"
    if _LABEL.fullmatch(text):
        return "label"
    return None if year is None else "current"


def _names_a_period(text: str) -> bool:
    return len(_HEADING_WORDS.sub("", text)) <= _OTHER_LETTERS


def _role_of_year(ago: int) -> Role:
    return "current" if ago == 0 else "prior" if ago == 1 else "passed over"


def _parts_of_the_year(roles: Mapping[int, Role], texts: Mapping[int, str]) -> dict[int, Role]:
    """The columns that hold a month beside the whole year's (本期金额 beside 本年累计金额)."""
    passed: dict[int, Role] = {}
    for role in ("current", "prior"):
        columns = [column for column, own in roles.items() if own == role]
        if any(_WHOLE_YEAR.search(texts[column]) for column in columns):
            for column in columns:
                whole = _WHOLE_YEAR.search(texts[column]) is not None
                if not whole and _PART_OF_IT.search(texts[column]):
                    passed[column] = "passed over"
    return passed


def _side_named(cell: Cell) -> Side | None:
    """The side of a cell that says 合并 or 公司 and nothing else."""
    text = compact(cell.text)
    if re.fullmatch(r"(?:合并|本?集团)(?:数|报表|金额)?", text):
        return "consolidated"
    if re.fullmatch(r"(?:母公司|公司|本公司)(?:数|报表|金额)?", text):
        return "single"
    return None


def _sides_in(rows: Sequence[Sequence[Cell]]) -> dict[int, Side]:
    """Column → side, by the cells that name one."""
    sides: dict[int, Side] = {}
    for cell in (cell for row in rows for cell in row):
        side = _side_named(cell)
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


def _under_headings(
    roles: Mapping[int, Role], rows: Sequence[Sequence[Cell]]
) -> dict[int, Role] | None:
    """The roles moved to the column that counts of those under the heading of a period.

    业务活动表 has 非限定性, 限定性 and 合计 under 本年累计数; working papers have 未审数 and 审定数, monthly
    prints 本月数 and 本年累计数. A heading over columns of which none or several count has no role.
    """
    if len(rows) < 2:
        return None
    heading, below = rows
    headed = sorted(cell.column for cell in heading if compact(cell.text))
    moved: dict[int, Role] = {}
    for column, role in roles.items():
        end = next((each for each in headed if each > column), None)
        under = [
            cell
            for cell in below
            if column <= cell.column and (end is None or cell.column < end) and compact(cell.text)
        ]
        kinds = [cell.column for cell in under if _COUNTS.fullmatch(compact(cell.text))]
        parts = [cell for cell in under if _PARTS.fullmatch(compact(cell.text))]
        if role not in ("current", "prior") or len(kinds) + len(parts) < _FEWEST_UNDER:
            moved[column] = role
        elif len(kinds) == 1:
            moved[kinds[0]] = role
    return moved if moved != dict(roles) else None


def _sides_above(rows: Sequence[Sequence[Cell]], heading: Sequence[Cell]) -> dict[int, Side]:
    """Column → side, where a row above the headings says 合并 and 公司 over groups of columns."""
    sides = _sides_in(rows)
    named = [
        (side, cell) for row in rows for cell in row if (side := _side_named(cell)) is not None
    ]
    for cell in heading:
        text = compact(cell.text)
        if len({side for side, _ in named}) > 1:
            # Where nothing is ruled, the word stands over the middle of its columns.
            middle = cell.box.centre[0]
            sides.setdefault(
                cell.column, min(named, key=lambda each: abs(each[1].box.centre[0] - middle))[0]
            )
        if "合并" in text or "集团" in text:
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
        if cell.row < _TITLE_ROWS and re.search("利润表|资产负债表", compact(cell.text))
    ]
    joined = "".join(titles)
    if "母公司" in joined:
        return "single"
    return "consolidated" if "合并" in joined else None
