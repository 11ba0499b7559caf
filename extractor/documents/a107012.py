"""A107012 研发费用加计扣除优惠明细表: 52 rows, numbered as in the present form whatever was printed."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.documents.kind import FieldSpec, Kind
from extractor.documents.tax_sheet import (
    about,
    edition_of,
    head_specs,
    row_field,
    rows_of_edition,
)
from extractor.forms.form import Row, load_form
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.identities import form_sums
from models.document import Document
from models.extraction import Field, ValueKind

_FORM = load_form("A107012")
_EXTRA_ROWS = {"L1": "row_l1", "L1.1": "row_l1_1", "L1.2": "row_l1_2"}
"""Rows that only the 2022 edition prints, with the keys they have."""
_KINDS: dict[str, ValueKind] = {"count": "count", "ratio": "ratio"}


def _read(document: Document) -> Mapping[str, Field]:
    edition, edition_field = edition_of(document, _FORM, "a107012.edition")
    printed = rows_of_edition(document, edition)
    numbers = _FORM.numbers(edition)
    fields = {"edition": edition_field}
    for row in edition.rows:
        name = _EXTRA_ROWS.get(row.number) or _name(numbers.get(row.number))
        if name is not None:
            fields[name] = row_field(f"a107012.{name}", row.text, row, printed.get(row.number))
    return fields


def _name(number: str | None) -> str | None:
    return f"row_{number}" if number is not None and number.isdigit() else None


def _spec(name: str, row: Row) -> FieldSpec:
    return FieldSpec(name, row.text, _KINDS.get(row.kind, "amount"))


KIND = Kind(
    marks=KindMarks(
        kind="a107012",
        title="研发费用加计扣除优惠明细表",
        first=(
            Mark("研发费用加计扣除优惠明细表", 3, "title"),
            Mark("A107012", 3, "top"),
            Mark("本年可享受研发费用加计扣除项目数量", 2),
            Mark("自主研发、合作研发、集中研发", 2),
            Mark("直接从事研发活动人员工资薪金", 1),
        ),
        further=(
            Mark("经限额调整后的其他相关费用", 2),
            Mark("年度研发费用小计", 2),
            Mark("本年研发费用加计扣除总额", 2),
            Mark("委托境内机构或个人进行研发活动所发生的费用", 2),
            Mark("允许扣除的研发费用合计", 1),
        ),
    ),
    fields=(
        *head_specs(),
        FieldSpec(
            "edition",
            "表单版本",
            "choice",
            options=tuple(edition.name for edition in _FORM.editions),
        ),
        *(_spec(f"row_{row.number}", row) for row in _FORM.reference.rows if row.number.isdigit()),
        *(FieldSpec(name, f"{number} 行", "amount") for number, name in _EXTRA_ROWS.items()),
    ),
    read=_read,
    about=about,
    reconcile=(form_sums(_FORM),),
)
