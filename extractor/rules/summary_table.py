"""The city's list of applicants (附件2 汇总表), where it lies in a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractor.values.texts import compact
from models.document import Page, Table
from models.extraction import PageKind

TITLE = "汇总表"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "unit": ("申报单位",),
    "model": ("模型名称",),
    "category": ("模型类别",),
    "industry": ("服务行业",),
    "description": ("描述",),
    "contact": ("联系人",),
    "phone": ("联系方式", "联系电话"),
}
"""Name of a column → what its heading holds."""


@dataclass(frozen=True)
class Listed:
    """One applicant's row: name of a column → what stands there."""

    page: Page
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def listed_in(seen: Iterable[PageKind]) -> Iterator[Listed]:
    """Every row of every such list among the pages."""
    for each in seen:
        if TITLE not in compact(each.page.text):
            continue
        for table in each.page.tables:
            yield from _rows(each.page, table)


def _rows(page: Page, table: Table) -> Iterator[Listed]:
    """The rows below the first one that heads both units and models."""
    places: dict[str, int] = {}
    for row in table.rows():
        texts = {cell.column: compact(cell.text) for cell in row}
        if not places:
            headed = _headed(texts)
            places = headed if {"unit", "model"} <= headed.keys() else {}
        elif texts.get(places["unit"]):
            yield Listed(page, {name: texts.get(at, "") for name, at in places.items()})


def _headed(heads: Mapping[int, str]) -> dict[str, int]:
    return {
        name: column
        for name, wanted in COLUMNS.items()
        for column, head in heads.items()
        if any(words in head for words in wanted)
    }
