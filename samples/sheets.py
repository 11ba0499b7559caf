"""What the typesetter is given for each kind of sheet: display strings, nothing to compute.

``typeset(kind, data, variant, seed)`` gets ``data`` of the type named in ``SHEETS[kind]``. Every
string is printed as it stands; an empty string is an empty cell. A value that is a contract field
is marked by the typesetter under ``<document>.<field>``, where ``<document>`` is
``DOCUMENT_OF[kind]``: ``business_licence.uscc``. Rows are marked one by one:
``a107012.row_12``, ``a100000.rows.22.1``, ``tax_certificate.items[0].amount``,
``special_audit_report.items[0].name``, ``audit_report.accountants[1]``. In the two statements of an
audit report a row's ``field`` says which key its ``current`` amount has; the ``prior`` amount has
the same key with ``_prior``. ``field`` is empty for rows without a key: those are marked
``audit_report.income_statement[3].current`` and so on.
"""

from __future__ import annotations

from typing import TypedDict


class Cover(TypedDict):
    """The cover of the application form."""

    cover_unit_name: str
    cover_model_name: str
    cover_model_category: str
    recommending_unit: str
    contact_name: str
    contact_phone: str
    declared_on: str


class UnitTable(TypedDict):
    """一、单位基本情况表."""

    unit_name: str
    uscc: str
    address: str
    unit_nature: str
    """The label ticked, one of the six of the notice."""
    unit_nature_note: str
    consortium_members: str
    principal_name: str
    principal_title: str
    principal_phone: str
    applicant_name: str
    applicant_title: str
    applicant_phone: str
    revenue: str
    ai_revenue: str
    staff_total: str
    rd_staff: str
    introduction: list[str]
    """Paragraphs."""


class ModelTable(TypedDict):
    """二、工业模型基本情况表."""

    model_name: str
    industry: str
    """The label ticked, one of the six of the notice, in the notice's words."""
    model_category: str
    parameter_count: str
    training_data: str
    model_ability: list[str]
    """Paragraphs."""
    base_model: str
    service_modes: list[str]
    rd_period_start: str
    rd_period_end: str
    rd_cost: str
    rd_cost_period: str
    rd_cost_items: str
    """The sentence of the cell, ready to print."""


class BusinessLicence(TypedDict):
    """营业执照（副本）; ``term`` is empty on newer prints."""

    uscc: str
    name: str
    type: str
    legal_representative: str
    registered_capital: str
    established_on: str
    term: str
    address: str
    business_scope: str
    authority: str
    issued_on: str
    copy_number: str
    qr_text: str


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


class Section(TypedDict):
    """A heading and its paragraphs; an empty heading has none."""

    heading: str
    paragraphs: list[str]


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


class RdReport(TypedDict):
    """工业模型研发情况报告: three parts. Values are marked where their text first occurs."""

    title: str
    sections: list[Section]
    parameter_count: str
    """Exactly as it stands in a paragraph: 70亿."""
    parameter_count_active: str
    training_data: str
    base_model: str
    rd_period_start: str
    rd_period_end: str


class CreditCount(TypedDict):
    """A line of the credit report's overview."""

    label: str
    count: str
    field: str
    """``penalties``, ``dishonest``, ``judgment_debtor``, ``abnormal`` or empty."""


class Penalty(TypedDict):
    """行政处罚."""

    number: str
    kind: str
    decided_on: str
    content: str
    fine: str
    facts: str
    authority: str


class CreditReport(TypedDict):
    """信用中国 法人和非法人组织公共信用信息报告."""

    name: str
    uscc: str
    former_names: str
    legal_representative: str
    report_no: str
    reported_on: str
    status: str
    established_on: str
    address: str
    counts: list[CreditCount]
    penalty_items: list[Penalty]
    qr_text: str


class Commitment(TypedDict):
    """承诺书; the signature is written on the page afterwards at the spot ``signature``."""

    clauses: list[str]
    unit_name: str
    """Typed beside 申请单位（盖章）; may be empty."""
    signed_on: str


class Certificate(TypedDict):
    """filing, patent, software_copyright, test_report and contract.

    The layout prints ``number``, ``name``, ``owner`` and ``date`` under the captions its kind uses,
    then the ``details`` as caption and text.
    """

    title: str
    number: str
    name: str
    owner: str
    date: str
    authority: str
    parameter_count: str
    """May be empty."""
    details: list[tuple[str, str]]
    sections: list[Section]


class ContentsEntry(TypedDict):
    """A line of the contents page."""

    title: str
    page: str
    level: int


class Contents(TypedDict):
    """目录."""

    entries: list[ContentsEntry]


class Blank(TypedDict):
    """An empty sheet."""


SHEETS: dict[str, type] = {
    "cover": Cover,
    "unit_table": UnitTable,
    "model_table": ModelTable,
    "business_licence": BusinessLicence,
    "firm_licence": BusinessLicence,
    "tax_certificate": TaxCertificate,
    "audit_report": AuditReport,
    "special_audit_report": SpecialAuditReport,
    "a100000": ReturnSheet,
    "a107012": ReturnSheet,
    "cit_other": ReturnOther,
    "rd_report": RdReport,
    "credit_report": CreditReport,
    "commitment": Commitment,
    "filing": Certificate,
    "patent": Certificate,
    "software_copyright": Certificate,
    "test_report": Certificate,
    "contract": Certificate,
    "toc": Contents,
    "blank": Blank,
}
"""Kind of sheet → what its typesetter is given."""

DOCUMENT_OF: dict[str, str] = {
    **{kind: kind for kind in SHEETS},
    "cover": "application_form",
    "unit_table": "application_form",
    "model_table": "application_form",
    "firm_licence": "audit_report",
    "toc": "other",
    "blank": "other",
}
"""Kind of sheet → the document kind of the report it belongs to."""
