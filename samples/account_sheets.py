"""What the typesetter is given for tax proofs, audit reports and tax returns."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from samples.section import Section


class TaxRow(TypedDict):
    """One row of the tax certificate."""

    voucher: str
    tax: str
    subject: str
    period_start: str
    period_end: str
    paid_on: str
    amount: str


class TaxCertificate(TypedDict):
    """税收完税证明 (``form``: ``table`` or ``letter``)."""

    form: str
    certificate_no: str
    taxpayer_name: str
    taxpayer_id: str
    items: list[TaxRow]
    total_amount: str
    total_amount_in_words: str
    authority: str
    issued_on: str
    issuer: str
    """填票人."""
    remark: str
    verification_code: str


class StatementRow(TypedDict):
    """One line of a financial statement; a headline without amounts has empty strings."""

    line: str
    note: str
    """附注 number, often empty."""
    current: str
    prior: str
    field: str
    """``revenue`` … or empty."""
    indent: int
    bold: bool


class GroupRows(TypedDict):
    """The group's statements; ``columns`` prints both sides in one table, line by line."""

    assets: list[StatementRow]
    claims: list[StatementRow]
    income_statement: list[StatementRow]
    columns: bool


class AuditReport(TypedDict):
    """Opinion (1–2 pages), balance sheet, income statement."""

    report_no: str
    firm: str
    verification_code: str
    """报告编码; may be empty."""
    entity_name: str
    addressee: str
    fiscal_year: str
    """2025."""
    sections: list[Section]
    accountants: list[str]
    place: str
    signed_on: str
    """As printed: 二〇二六年三月十日 or 2026年3月10日."""
    unit: str
    """The whole line: 单位：元 or 金额单位：人民币万元."""
    balance_date: str
    """2025年12月31日."""
    period: str
    """2025年度."""
    assets: list[StatementRow]
    claims: list[StatementRow]
    """负债和所有者权益; beside the assets or below them, as the layout likes. The rows' indices
    count on from the assets: ``balance_sheet[len(assets)]`` is the first claim."""
    income_statement: list[StatementRow]
    legal_representative: str
    chief_accountant: str
    accounting_head: str
    statements_of: NotRequired[str]
    """Who drew up the statements, where that is not the audited unit."""
    consolidated: NotRequired[GroupRows]
    """Where the report has the group's statements as well."""


class CostRow(TypedDict):
    """One line of a cost table."""

    name: str
    amount: str


class SpecialAuditReport(TypedDict):
    """专项审计报告 of the model's development cost: text page(s) and the cost table."""

    report_no: str
    firm: str
    verification_code: str
    title: str
    entity_name: str
    addressee: str
    model_name: str
    period_start: str
    period_end: str
    sections: list[Section]
    rd_cost: str
    rd_cost_in_words: str
    items: list[CostRow]
    """Without the total; the total's amount is ``rd_cost``."""
    unit: str
    """The whole line above the table."""
    accountants: list[str]
    place: str
    signed_on: str


class ReturnRow(TypedDict):
    """One row of a tax return sheet."""

    no: str
    category: str
    """类别 (A100000) or the section heading (A107012); equal in consecutive rows."""
    text: str
    """项目, with the printed formula."""
    amount: str


class ReturnSheet(TypedDict):
    """A100000 or A107012, any edition. A107012 row ``12`` is marked under ``fields[12]``'s key."""

    code: str
    title: str
    edition: str
    taxpayer_id: str
    taxpayer_name: str
    period_start: str
    period_end: str
    unit: str
    rows: list[ReturnRow]
    fields: dict[str, str]
    """Printed row number → mark key without the document: ``row_12``, ``row_l1_1``,
    ``rows.22.1``."""


class ReturnOther(TypedDict):
    """Cover of the annual return."""

    title: str
    taxpayer_id: str
    taxpayer_name: str
    period_start: str
    period_end: str
    filed_on: str
    authority: str
