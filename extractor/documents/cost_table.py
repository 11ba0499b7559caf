"""The table of an audited cost: its items and its total, drawn, aligned or listed line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.documents.cost_headings import NAME, amount_headings, of_the_model
from extractor.documents.headed_table import Headings, Record, records_of
from extractor.documents.stated_costs import StatedCost, listed_costs, told_costs
from extractor.documents.summed_columns import is_sum_of_next, records_by_sum
from extractor.documents.turned_table import KIND_OF_COST, with_names_down
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted, doubts_of, judged, stated
from extractor.values import amounts, texts
from extractor.values.amounts import parse_unit
from models.document import Document, Page
from models.extraction import Amount, Field, Rows, Scalar, Text, Value

_FIGURE = re.compile(r"\d")
_TOTAL_FIRST = re.compile(r"合计|总计|小计")
_TOTAL = re.compile(r"^(?:合计|总计|小计|.*(?:小计|总计|合计|总额))$")
_LEAD = re.compile(
    r"^(?:其中[:：]?|\d{1,2}[、.．)]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．])+"
)
_HEADED_UNIT = re.compile(
    r"(?:审定|审计|申报|本期|本年|合计|累计|支出|发生|研发)*(?:金额|数|额|成本|费用)"
    r"[(](?:人民币)?(万元|千元|元)[)]"
)
"""A heading of the column of amounts with its unit: 审定数（元）."""
_FEWEST = 3
"""Lines that are known to be costs, or to be added up by another; one or two are so by chance."""
_PROJECT = re.compile(r"(?:模型|平台|系统|项目|合同|课题|技术)$|^RD\d")
"""How a project is named, whatever the words before it: 设备故障诊断大模型."""
_NO_UNIT = "明细表未见金额单位，按元计"
_NO_NAME = "有一行费用的名称未能识别"
_NO_KINDS = "明细表各行不是费用类别，可能是项目或合同清单"
_DIFFERS = "明细之和与合计不一致，可能有漏读的行"


@dataclass(frozen=True)
class CostLine:
    """One printed line of the table."""

    name: str
    amount: Passage
    unit: str | None
    """The unit printed nearest to it; None where there is none."""
    drawn: bool
    """Whether rulings show that no line was passed over."""
    label: Passage | None = None
    """Where the name stands; None where it was cut out of a line with its amount."""
    within: bool = False
    """Whether it is marked as a part of the line above it (其中)."""

    @property
    def value(self) -> Amount | None:
        """The amount; None where it can't be understood."""
        return self.parse(self.amount.text)

    def parse(self, text: str) -> Amount | None:
        """The text as this line's amount."""
        return amounts.parse_cell(text, self.unit or "元")


@dataclass(frozen=True)
class CostTable:
    """The items and the lines that add them up."""

    items: tuple[CostLine, ...]
    totals: tuple[CostLine, ...]

    @property
    def of_kinds(self) -> bool:
        """Whether a line names a kind of cost; a table of projects or contracts has none."""
        return any(
            KIND_OF_COST.search(line.name) and not _PROJECT.search(line.name) for line in self.items
        )

    @property
    def total(self) -> CostLine | None:
        """The line of the grand total: no part is larger."""
        read = [(amount.value, line) for line in self.totals if (amount := line.value) is not None]
        return max(read, key=lambda each: each[0], default=(None, None))[1]


def cost_table(document: Document, model: str | None = None) -> CostTable:
    """The first cost table of the document, in whatever form it is printed; empty without one.

    ``model`` is whose column counts where the table has one for each of several projects.
    """
    turned = with_names_down(document)
    lines = (
        _in_columns(turned, model)
        or [_line(document, record) for record in records_by_sum(turned)]
        or _in_words(document, listed_costs(document))
        or _in_words(document, told_costs(document))
    )
    totals = [line for line in lines if _TOTAL.search(line.name)]
    if not totals and _ends_in_its_sum(lines):
        totals = lines[-1:]
    return CostTable(
        items=tuple(line for line in lines if line not in totals), totals=tuple(totals)
    )


def _ends_in_its_sum(lines: Sequence[CostLine]) -> bool:
    """Whether the last line is what the others add up to: a total whose label was not read."""
    read = [amount.value for line in lines if (amount := line.value) is not None]
    return len(lines) > _FEWEST and len(read) == len(lines) and sum(read[:-1]) == read[-1]


def items_field(key: str, label: str, table: CostTable, said: Field) -> Field:
    """The items; a line that the 其中 lines below it add up to is left out.

    ``said`` is the total in the report's words: it stands for the line of a total that is not there.
    """
    doubts: list[str] = []
    if any(line.unit is None for line in table.items):
        doubts.append(_NO_UNIT)
    if table.items and not table.of_kinds:
        doubts.append(_NO_KINDS)
    rows: list[dict[str, Scalar | None]] = []
    for line in table.items:
        amount = line.value
        if amount is None:
            doubts.append(f"“{line.name}”一行的金额无法识别")
        elif line.amount.lines:
            doubts.extend(doubts_of(line.amount, "amount", amount, line.parse))
        name = Text(value=line.name) if line.name else None
        if name is None:
            doubts.append(_NO_NAME)
        elif line.label is not None and doubts_of(line.label, "text", name, texts.parse):
            doubts.append(f"“{line.name}”一行的名称识别不稳，请核对原件")
        rows.append({"name": name, "amount": amount})
    leaves = _leaves(rows, tuple(line.within for line in table.items))
    if not all(line.drawn for line in table.items) and not _adds_up(
        leaves, said.value if table.total is None else table.total.value
    ):
        doubts.append(_DIFFERS)
    evidence = tuple(line.amount.evidence for line in table.items)
    value = Rows(records=tuple(leaves)) if leaves else None
    return stated(key, label, "rows", value, evidence, tuple(dict.fromkeys(doubts)))


def total_field(key: str, label: str, table: CostTable) -> Field | None:
    """The grand total as the table has it; None where it has none."""
    total = table.total
    if total is None:
        return None
    field = judged(key, label, "amount", total.amount, total.parse)
    return field if table.of_kinds else doubted(field, _NO_KINDS)


def _in_columns(document: Document, model: str | None) -> list[CostLine]:
    own = of_the_model(model)
    for heading in (*own, *amount_headings(document)):
        columns: Headings = {"name": NAME, "amount": heading}
        groups: list[list[CostLine]] = []
        headed = 0
        for record in records_of(document, columns, frozenset(columns)):
            if not _name_in(record) and not _is_amount(record.text("amount")):
                continue
            if not groups or (record.heading != headed and not _goes_on(groups[-1])):
                groups.append([])
            headed = record.heading
            groups[-1].append(_line(document, record))
        lines = max(groups, key=_looks_like_costs, default=[])
        if lines and (heading not in own or _holds_amounts(lines)):
            return lines
    return []


def _holds_amounts(lines: Sequence[CostLine]) -> bool:
    """Whether amounts stand under a heading that may as well be another word of the table."""
    return sum(_is_amount(line.amount.text) for line in lines) >= min(_FEWEST, len(lines))


def _is_amount(text: str) -> bool:
    return _FIGURE.search(text) is not None and amounts.parse_cell(text) is not None


def _goes_on(lines: Sequence[CostLine]) -> bool:
    """Whether a table of costs has not come to its total: overleaf its headings are repeated."""
    return _kinds_in(lines) > 0 and not any(_TOTAL.search(line.name) for line in lines)


def _kinds_in(lines: Sequence[CostLine]) -> int:
    return sum(KIND_OF_COST.search(line.name) is not None for line in lines)


def _looks_like_costs(lines: Sequence[CostLine]) -> tuple[bool, bool]:
    """What tells the table of costs from one of projects or contracts under the same headings."""
    return _kinds_in(lines) >= _FEWEST, any(_TOTAL.search(line.name) for line in lines)


def _name_in(record: Record) -> str:
    """The name; a total's often stands in the column of numbers."""
    name = record.text("name")
    total = _TOTAL_FIRST.match(record.row_text)
    return name or (total[0] if total is not None else "")


def _line(document: Document, record: Record) -> CostLine:
    return CostLine(
        name=texts.printed(_LEAD.sub("", _name_in(record))),
        amount=record.cells["amount"],
        unit=_unit(document, record.page),
        drawn=any(table.ruled for table in record.page.tables),
        label=record.cells["name"] if record.text("name") else None,
        within=record.text("name").startswith("其中"),
    )


def _in_words(document: Document, costs: Sequence[StatedCost]) -> list[CostLine]:
    return [
        CostLine(each.name, each.amount, each.unit or _unit(document, each.page), False)
        for each in costs
    ]


def _unit(document: Document, page: Page) -> str | None:
    """The one unit that the page names, on a line or in a heading, else the document's one."""
    for pages in ((page,), document.pages):
        texts_printed = [texts.compact(line.text) for each in pages for line in each.lines]
        units = {unit for text in texts_printed if (unit := parse_unit(text))}
        units |= {found[1] for text in texts_printed if (found := _HEADED_UNIT.fullmatch(text))}
        if units:
            return units.pop() if len(units) == 1 else None
    return None


def _adds_up(rows: Sequence[dict[str, Scalar | None]], total: Value | None) -> bool:
    each = [row["amount"] for row in rows]
    read = [amount for amount in each if isinstance(amount, Amount)]
    if not isinstance(total, Amount) or len(read) < len(each):
        return False
    step = max(amount.step for amount in (total, *read))
    rounded = Decimal(0) if step <= Decimal("0.01") else step * len(read) / 2
    return abs(sum(amount.value for amount in read) - total.value) <= rounded


def _leaves(
    rows: list[dict[str, Scalar | None]], within: Sequence[bool]
) -> list[dict[str, Scalar | None]]:
    """The rows without those that are the sum of the rows right below them.

    A row that alone repeats the whole of the row it is a part of (其中) is left out instead.
    """
    read = [row["amount"] for row in rows]
    values = [each.value if isinstance(each, Amount) else None for each in read]
    kept: list[dict[str, Scalar | None]] = []
    for at, row in enumerate(rows):
        amount = row["amount"]
        repeats = within[at] and kept and kept[-1] is rows[at - 1] and kept[-1]["amount"] == amount
        if not repeats and not is_sum_of_next(values, at):
            kept.append(row)
    return kept
