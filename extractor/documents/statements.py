"""Income statements, institutions' own, balance sheets: lines, with this year's and last year's column.

Which column is which is told by its heading (本期金额, 期末余额, 2025年度 …), never by its place;
the column of a single month (本月金额) is none of the two (小企业会计准则, 会小企02表).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.documents.numbered_form import cell_passage, tables_on
from extractor.documents.statement_columns import Columns, Side, column_groups
from extractor.documents.statement_lines import PUBLISHED_LINES, known_line, name_of_line
from extractor.layout.divided import with_rows_divided
from extractor.layout.passage import Passage
from extractor.values.amounts import parse_unit
from extractor.values.texts import compact, printed
from models.document import Cell, Document, Page, Table

StatementKind = Literal["income", "balance", "activity"]

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
_ACTIVITY_LINES = ("本期收入", "本期费用", "本期盈余", "收入合计", "费用合计", "净资产变动额")
"""Of 收入费用表 (政府会计制度) and 业务活动表 (民间非营利组织会计制度)."""
_LAST_OF_INCOME = frozenset({"净利润", "本期盈余", "净资产变动额"})
_LAST_ASSETS = frozenset({"资产总计", "资产合计"})
_LAST_CLAIMS = re.compile(r"负债(?:和|及|与)?(?:所有者|股东|净)?.*(?:总计|合计)(?<!负债合计)")
"""The last line of a balance sheet: 负债和所有者权益总计 and its variants."""
_HEADED_UNIT = re.compile(r"(?:[(](?:人民币)?|人民币)([百千万亿]*元)[)]?$")
"""期末余额（万元） · 2025年度人民币千元"""
_HEADING_ROWS = 3
_NUMERALS = "一二三四五六七八九"
_ENUMERATED = re.compile(rf"([{_NUMERALS}])、")
_AMOUNT = re.compile(r"\d[.,]\d{2}")
_COLONS = (":", "：")
"""What a section's heading (流动资产：) ends in."""
_STRAY = re.compile(r"(?<=[一-龥）)])[^一-龥）)”\"：:]+$")
"""Specks read behind a name: names of lines end in a word, a bracket, a quote or a colon."""
_MINUS = re.compile(r"以[“\"「‘']?[-－—–一.·~]?[”\"」’']?号填列")
"""The published words (财会〔2019〕6号, 附件) around a sign so small that it is lost."""


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
    named: bool = True
    """Whether every row with amounts has a name; without one a line is lost."""


@dataclass
class _Sheet:
    """A statement while its tables are gathered: it may go on over several pages."""

    kind: StatementKind
    side: Side | None
    unit: str | None
    headed: bool
    groups: tuple[Columns, ...]
    width: int
    """Columns of the table: what follows on the next page has as many."""
    page: Page
    """The last page it was seen on."""
    lines: list[list[StatementLine]]
    """Per group of columns."""
    named: bool = True

    def add(self, page: Page, table: Table, first_row: int) -> None:
        """Takes the table's rows, group by group."""
        self.page = page
        for columns, lines in zip(self.groups, self.lines, strict=True):
            lines.extend(_lines(page, table, columns, first_row))
            self.named = self.named and not _lacks_a_name(table, columns, first_row)

    @property
    def statement(self) -> Statement:
        """What was gathered, the left half of a two-sided sheet before the right one."""
        lines = tuple(line for group in self.lines for line in _numbered(group))
        return Statement(self.kind, self.side, self.unit, lines, self.headed, self.named)


def statements_in(document: Document) -> tuple[Statement, ...]:
    """Every income statement and balance sheet of the document, in order of pages."""
    sheets: list[_Sheet] = []
    open_sheets: list[_Sheet] = []
    for page in document.pages:
        for table in _tables(page):
            if _goes_on(open_sheets, page, table):
                for sheet in open_sheets:
                    sheet.add(page, table, 0)
                continue
            begun = _begun(document, page, table)
            sheets.extend(begun)
            open_sheets = begun or open_sheets
    return tuple(sheet.statement for sheet in sheets if sheet.statement.lines)


def _tables(page: Page) -> list[Table]:
    """The tables from top to bottom; one row alone can be the end of a statement."""
    single = [table for table in page.tables if len(table.rows()) == 1]
    tables = sorted((*tables_on(page), *single), key=lambda table: table.box.top)
    return [with_rows_divided(table) for table in tables]


def _goes_on(sheets: Sequence[_Sheet], page: Page, table: Table) -> bool:
    """Whether a table without headings is the rest of the statements on the page before."""
    return any(
        page.number == sheet.page.number + 1
        and page.file == sheet.page.file
        and _width(table) == sheet.width
        and (not is_whole((sheet.statement,)) or _has_known_line(table))
        for sheet in sheets
    ) and not any(headed for _, _, _, headed in column_groups(page, table))


def _has_known_line(table: Table) -> bool:
    return any(name_of_line(cell.text) in PUBLISHED_LINES for cell in table.cells)


def is_whole(statements: Sequence[Statement]) -> bool:
    """Whether the lines that end a statement were read on these tables of it."""
    names = {line.name for each in statements for line in each.lines}
    if any(each.kind != "balance" for each in statements):
        return bool(names & _LAST_OF_INCOME)
    return bool(names & _LAST_ASSETS) and any(_LAST_CLAIMS.fullmatch(name) for name in names)


def _width(table: Table) -> int:
    return max(cell.column + cell.column_span for cell in table.cells)


def _begun(document: Document, page: Page, table: Table) -> list[_Sheet]:
    """The statements that start in this table: two where it has the group's and the company's."""
    kind = _kind_of(table)
    if kind is None:
        return []
    unit = _unit_of(document, page, table)
    begun = []
    for side, groups, first_row, headed in column_groups(page, table):
        sheet = _Sheet(
            kind, side, unit, headed, tuple(groups), _width(table), page, [[] for _ in groups]
        )
        sheet.add(page, table, first_row)
        begun.append(sheet)
    return begun


def _kind_of(table: Table) -> StatementKind | None:
    """What the lines say it is; two of its own lines are needed."""
    names = {name_of_line(cell.text) for cell in table.cells}
    if sum(line in names for line in _BALANCE_LINES) >= 2:
        return "balance"
    if sum(line in names for line in _INCOME_LINES) >= 2:
        return "income"
    if sum(line in names for line in _ACTIVITY_LINES) >= 2:
        return "activity"
    return None


def _unit_of(document: Document, page: Page, table: Table) -> str | None:
    """The unit on the page itself, else in the headings, else the one of the whole document."""
    on_page = {unit for line in page.lines if (unit := parse_unit(line.text))}
    if len(on_page) == 1:
        return on_page.pop()
    headed = {
        found[1]
        for cell in table.cells
        if cell.row < _HEADING_ROWS and (found := _HEADED_UNIT.search(compact(cell.text)))
    }
    if not on_page and len(headed) == 1:
        return headed.pop()
    anywhere = {
        unit for each in document.pages for line in each.lines if (unit := parse_unit(line.text))
    }
    return anywhere.pop() if not on_page and len(anywhere) == 1 else None


def _lines(page: Page, table: Table, columns: Columns, first_row: int) -> list[StatementLine]:
    lines = []
    for number in range(first_row, len(table.rows())):
        label = table.at(number, columns.label)
        if label is None or not name_of_line(label.text) or label.row != number:
            continue
        current = _value(page, table, label, columns.current)
        prior = _value(page, table, label, columns.prior)
        words = _MINUS.sub("以“-”号填列", _STRAY.sub("", printed(label.text)))
        if words.endswith(_COLONS) and not any(each and each.lines for each in (current, prior)):
            continue
        name, words = known_line(name_of_line(words), words, cell_passage(page, label))
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


def _numbered(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """The lines, each that lost the numeral before its mark (、营业利润) with the next one."""
    done: list[StatementLine] = []
    last = 0
    for line in lines:
        found = _ENUMERATED.match(line.printed)
        if found is not None:
            last = _NUMERALS.index(found[1]) + 1
        elif line.printed.startswith("、") and last < len(_NUMERALS):
            line = replace(line, printed=_NUMERALS[last] + line.printed)
            last += 1
        done.append(line)
    return done


def _lacks_a_name(table: Table, columns: Columns, first_row: int) -> bool:
    """Whether an amount stands in a row whose name was not read."""
    named = {
        id(cell)
        for number in range(first_row, len(table.rows()))
        if (label := table.at(number, columns.label)) is not None
        and name_of_line(label.text)
        and label.row == number
        for column in (columns.current, columns.prior)
        if (cell := _cell_of(table, label, column)) is not None
    }
    return any(
        cell.row >= first_row
        and cell.column in (columns.current, columns.prior)
        and id(cell) not in named
        and _AMOUNT.search(cell.text)
        for cell in table.cells
    )


def _value(page: Page, table: Table, label: Cell, column: int | None) -> Passage | None:
    cell = _cell_of(table, label, column)
    return None if cell is None else cell_passage(page, cell)


def _cell_of(table: Table, label: Cell, column: int | None) -> Cell | None:
    """The cell of a column beside a label: of a label over several rows the one with print in it.

    Rulings that shine through from the back of the sheet cut the rows of its columns in two.
    """
    if column is None:
        return None
    beside = [table.at(row, column) for row in range(label.row, label.row + label.row_span)]
    return next((cell for cell in beside if cell is not None and cell.lines), beside[0])
