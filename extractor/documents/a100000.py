"""A100000 企业所得税年度纳税申报主表, under its present and its former title (45 and 38 rows)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extractor.documents.kind import FieldSpec, Kind
from extractor.documents.numbered_form import PrintedRow, amount_in_cell, printed_rows
from extractor.documents.tax_sheet import (
    about,
    edition_of,
    head_specs,
    row_field,
    rows_of_edition,
)
from extractor.forms.form import Edition, Row, load_form
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import doubted, stated
from extractor.reconcile.identities import form_sums
from extractor.values.texts import compact
from models.document import Document
from models.extraction import Amount, Field, NumberedAmounts, Ratio

_FORM = load_form("A100000")
_SHORT = {"revenue": "revenue", "rd_expense": "rd_expense", "total_profit": "total_profit"}
"""Key of the form's row → name of the field that repeats it."""
_LEFT_OVER = "有一行金额未能对应到表中的行次"
_SUPER_DEDUCTION = re.compile(r"(?:研究开发|研发)费用.{0,12}加计扣除")


def _read(document: Document) -> Mapping[str, Field]:
    edition, edition_field = edition_of(document, _FORM, "a100000.edition")
    printed = rows_of_edition(document, edition)
    rows = {
        row.number: row_field(f"a100000.rows.{row.number}", row.text, row, printed.get(row.number))
        for row in edition.rows
    }
    together = _together(edition, rows)
    if _lines_left_over(document, printed.values()):
        together = doubted(together, _LEFT_OVER)
    fields = {"edition": edition_field, "rows": together}
    for key, name in _SHORT.items():
        row = edition.by_key.get(key)
        if row is not None:
            fields[name] = rows[row.number].model_copy(update={"key": f"a100000.{name}"})
    deduction = _super_deduction(document)
    if deduction is not None:
        fields["super_deduction"] = deduction
    return fields


def _together(edition: Edition, rows: Mapping[str, Field]) -> Field:
    """All rows as one field, doubtful where one of them is."""
    amounts = {
        number: field.value if isinstance(field.value, Amount | Ratio) else None
        for number, field in rows.items()
        if field.status != "missing" and not _unused(number, field)
    }
    doubts = [
        f"第 {number} 行：{doubt}"
        for number, field in rows.items()
        if not _unused(number, field)
        for doubt in (field.doubts or (("未能识别",) if field.status == "unreadable" else ()))
    ]
    lost = [number for number, field in rows.items() if not field.evidence and "." not in number]
    if amounts and lost:
        doubts.append(f"未见第 {'、'.join(lost)} 行")
    evidence = tuple(each for number in amounts for each in rows[number].evidence[:1])
    value = NumberedAmounts(amounts=amounts) if amounts else None
    return stated(
        "a100000.rows",
        f"主表各行（{edition.name} 版）",
        "numbered_amounts",
        value,
        evidence,
        tuple(doubts),
    )


def _lines_left_over(document: Document, matched: Iterable[PrintedRow]) -> bool:
    """Whether an amount stands in a row that could be told to be none of the form's."""
    places = {(row.page.number, row.value.box) for row in matched}
    return any(
        row.value.lines
        and (row.page.number, row.value.box) not in places
        and amount_in_cell(row.value.text) is not None
        for row in printed_rows(document)
    )


def _unused(number: str, field: Field) -> bool:
    """Whether it is a free line (22.2 填写优惠事项名称) with nothing filled in."""
    return "." in number and field.text == ""


def _super_deduction(document: Document) -> Field | None:
    """The 22.x line whose item is the extra deduction of R&D costs (editions from 2025)."""
    lines = [row for row in printed_rows(document) if _is_super_deduction(row)]
    if len(lines) != 1:
        return None
    row = Row(number="22.x", key="super_deduction", text="研发费用加计扣除", kind="amount")
    return row_field("a100000.super_deduction", "研发费用加计扣除（22.x 行）", row, lines[0])


def _is_super_deduction(row: PrintedRow) -> bool:
    return _SUPER_DEDUCTION.search(compact(row.label)) is not None


KIND = Kind(
    marks=KindMarks(
        kind="a100000",
        title="企业所得税年度纳税申报主表",
        first=(
            Mark("企业所得税年度纳税申报主表", 3, "title"),
            Mark("中华人民共和国企业所得税年度纳税申报表（A类）", 2, "title"),
            Mark("A100000", 3, "top"),
            Mark("利润总额计算", 2),
            Mark("应纳税所得额计算", 2),
            Mark("应纳税额计算", 1),
            Mark("纳税调整后所得", 1),
            Mark("填表说明", -1),
            # The cover of the return bears the sheet's former title, and the taxpayer's declaration.
            Mark("谨声明", -3),
            Mark("A类，2017年版", -3, "top"),
        ),
        further=(
            Mark("应纳税额计算", 1),
            Mark("实际应补（退）所得税额", 1),
            Mark("弥补以前年度亏损", 1),
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
        FieldSpec("rows", "主表各行", "numbered_amounts"),
        FieldSpec("revenue", "营业收入（第 1 行）", "amount"),
        FieldSpec("rd_expense", "研发费用", "amount"),
        FieldSpec("total_profit", "利润总额", "amount"),
        FieldSpec("super_deduction", "研发费用加计扣除（22.x 行）", "amount"),
    ),
    read=_read,
    about=about,
    reconcile=(form_sums(_FORM),),
)
