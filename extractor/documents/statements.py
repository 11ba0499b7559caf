"""Income statements and balance sheets: lines, with the column of this year and of last year.

Which column is which is told by its heading (本期金额, 期末余额, 2025年度 …), never by its place;
the column of a single month (本月金额) is none of the two (小企业会计准则, 会小企02表).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from extractor.documents.numbered_form import cell_passage, tables_on
from extractor.documents.statement_lines import PUBLISHED_LINES
from extractor.layout.passage import Passage
from extractor.values.amounts import parse_unit
from extractor.values.texts import compact, printed
from models.document import Cell, Document, Page, Table

StatementKind = Literal["income", "balance"]
Side = Literal["consolidated", "single"]
Role = Literal["label", "current", "prior", "passed over"]

_CURRENT = re.compile(
    r"本期(?:金额|数|发生额)?|本年(?:累计|金额|数|实际|发生额|度).*|期末(?:余额|数|金额).*|年末(?:余额|数|金额).*|"
    r"本年累计金额|当期金额"
)
_PRIOR = re.compile(
    r"上期(?:金额|数|发生额|期末)?|上年(?:同期|金额|数|累计|实际|发生额|度|年末|期末).*|年初(?:余额|数|金额).*|"
    r"期初(?:余额|数|金额).*|上年年末余额|去年.*"
)
_PASSED_OVER = re.compile(r"行次|附注.*|注释.*|注|本月.*|本季.*|行号|序号|编号|.*增减.*|变动.*")
_LABEL = re.compile(
    r"项目|资产|资产类|负债(?:和|及)?(?:所有者|股东)?权?益?.*|.*所有者权益.*|.*股东权益.*|科目|报表项目"
)
_YEAR = re.compile(r"(20\d{2})(?:年度?|[-./]|$)")
_INCOME_LINES = ("营业收入", "营业成本", "利润总额", "净利润")
_BALANCE_LINES = (
    "资产总计",
    "流动资产合计",
    "流动负债合计",
    "负债合计",
    "所有者权益合计",
    "股东权益合计",
    "负债和所有者权益总计",
)
_COLONS = (":", "：")
"""What a section's heading (流动资产：) ends in."""
_SHORTEST_MENDED = 3
"""In shorter names one letter makes another line: 存货, 商誉."""
_HEADING_ROWS = 4
"""A heading stands within the first rows of its table; a title row or two may lie above it."""


@dataclass(frozen=True)
class StatementLine:
    """One line of a statement; a column that is not there is None, an empty cell is not."""

    name: str
    """Without enumeration and punctuation; a known name where one letter was misread."""
    printed: str
    """The words as printed."""
    label: Passage
    current: Passage | None
    prior: Passage | None


@dataclass(frozen=True)
class Statement:
    """One statement as printed."""

    kind: StatementKind
    side: Side | None
    """Consolidated or the single entity's; None where the title does not say."""
    unit: str | None
    """The unit line of the statement; None where none was found."""
    lines: tuple[StatementLine, ...]
    headed: bool
    """Whether the columns' headings said which year each holds."""


@dataclass(frozen=True)
class _Columns:
    """A column of labels with the two value columns that go with it."""

    label: int
    current: int | None
    prior: int | None


def statements_in(document: Document) -> tuple[Statement, ...]:
    """Every income statement and balance sheet of the document, in order of pages."""
    found: list[Statement] = []
    for page in document.pages:
        for table in tables_on(page):
            found.extend(_statements_of(document, page, table))
    return tuple(found)


def name_of_line(text: str) -> str:
    """The name of a line without enumeration, 加/减/其中, notes in brackets and punctuation."""
    plain = re.sub(r"[（(][^（）()]*[）)]?", "", compact(text))
    plain = re.sub(
        r"^(?:[一二三四五六七八九十]+[、.，,]|\d+[、.]|[(（][一二三四五六七八九十\d]+[)）])",
        "",
        plain,
    )
    plain = re.sub(r"^(?:加|减|其中)[:：]?", "", plain)
    return re.sub(r"[^\w]", "", plain)


def _statements_of(document: Document, page: Page, table: Table) -> list[Statement]:
    kind = _kind_of(table)
    if kind is None:
        return []
    unit = _unit_of(document, page)
    built = []
    for side, groups, first_row, headed in _column_groups(page, table):
        lines = tuple(line for group in groups for line in _lines(page, table, group, first_row))
        if lines:
            built.append(Statement(kind, side, unit, lines, headed))
    return built


def _kind_of(table: Table) -> StatementKind | None:
    """What the lines say it is; two of its own lines are needed."""
    names = {name_of_line(cell.text) for cell in table.cells}
    if sum(line in names for line in _BALANCE_LINES) >= 2:
        return "balance"
    if sum(line in names for line in _INCOME_LINES) >= 2:
        return "income"
    return None


def _unit_of(document: Document, page: Page) -> str | None:
    """The unit on the page itself, else the one unit that the whole document names."""
    on_page = {unit for line in page.lines if (unit := parse_unit(line.text))}
    if len(on_page) == 1:
        return on_page.pop()
    anywhere = {
        unit for each in document.pages for line in each.lines if (unit := parse_unit(line.text))
    }
    return anywhere.pop() if not on_page and len(anywhere) == 1 else None


def _column_groups(page: Page, table: Table) -> list[tuple[Side | None, list[_Columns], int, bool]]:
    """Side, the groups of columns, the first row under the headings, whether headings were read."""
    rows = table.rows()
    for number, cells in enumerate(rows[:_HEADING_ROWS]):
        roles = _roles(cells)
        if "current" in roles.values():
            sides = _sides_above(rows[:number], cells)
            side = _side_of(page, table)
            by_side: dict[Side | None, list[_Columns]] = {}
            for group_side, group in _groups(roles, sides):
                by_side.setdefault(group_side or side, []).append(group)
            return [(each, groups, number + 1, True) for each, groups in by_side.items()]
    plain = _columns_without_heading(table)
    return [] if plain is None else [(_side_of(page, table), [plain], 0, False)]


def _roles(cells: Sequence[Cell]) -> dict[int, Role]:
    """Column → what its heading says it holds; columns without a known heading are left out."""
    texts = {cell.column: compact(cell.text) for cell in cells}
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


def _sides_above(rows: Sequence[Sequence[Cell]], heading: Sequence[Cell]) -> dict[int, Side]:
    """Column → side, where a row above the headings says 合并 and 公司 over groups of columns."""
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
    for cell in heading:
        text = compact(cell.text)
        if "合并" in text:
            sides[cell.column] = "consolidated"
        elif "母公司" in text or text.startswith("公司"):
            sides[cell.column] = "single"
    return sides


def _groups(roles: dict[int, Role], sides: dict[int, Side]) -> list[tuple[Side | None, _Columns]]:
    """Each label column with its value columns, split by side where the headings name sides."""
    labels = sorted(column for column, role in roles.items() if role == "label") or [0]
    groups: list[tuple[Side | None, _Columns]] = []
    for label, following in zip(labels, [*labels[1:], max(roles) + 1], strict=True):
        own = [column for column in sorted(roles) if label < column < following]
        named = sorted({sides[column] for column in own if column in sides})
        every: list[Side | None] = [*named] or [None]
        for side in every:
            mine = [c for c in own if side is None or sides.get(c) == side]
            current = [c for c in mine if roles[c] == "current"]
            prior = [c for c in mine if roles[c] == "prior"]
            if current:
                groups.append((side, _Columns(label, current[0], prior[0] if prior else None)))
    return groups


def _columns_without_heading(table: Table) -> _Columns | None:
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
    return _Columns(0, amounts[0], amounts[1] if len(amounts) > 1 else None)


def _lines(page: Page, table: Table, columns: _Columns, first_row: int) -> list[StatementLine]:
    lines = []
    for number in range(first_row, len(table.rows())):
        label = table.at(number, columns.label)
        if label is None or not name_of_line(label.text) or label.row != number:
            continue
        current = _value(page, table, number, columns.current)
        prior = _value(page, table, number, columns.prior)
        words = printed(label.text)
        if words.endswith(_COLONS) and not any(each and each.lines for each in (current, prior)):
            continue
        name, words = _known(name_of_line(label.text), words)
        lines.append(
            StatementLine(
                name=name,
                printed=words,
                label=cell_passage(page, label),
                current=current,
                prior=prior,
            )
        )
    return lines


def _known(name: str, words: str) -> tuple[str, str]:
    """A line's name and words, mended where exactly one published line is a single letter away."""
    if name in PUBLISHED_LINES or len(name) < _SHORTEST_MENDED:
        return name, words
    near = [
        each for each in PUBLISHED_LINES if Levenshtein.distance(each, name, score_cutoff=1) <= 1
    ]
    if len(near) != 1:
        return name, words
    return near[0], words.replace(name, near[0])


def _value(page: Page, table: Table, row: int, column: int | None) -> Passage | None:
    cell = None if column is None else table.at(row, column)
    return None if cell is None else cell_passage(page, cell)


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
