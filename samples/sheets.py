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

from samples.account_sheets import (
    AuditReport,
    ReturnOther,
    ReturnSheet,
    SpecialAuditReport,
    TaxCertificate,
)
from samples.section import Section


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
    omitted: list[str]
    """Labels of sections that the report does not have."""
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


class OfficePaper(TypedDict):
    """What the recommending office says, over its name, its seal and a day."""

    heading: str
    paragraphs: list[str]
    office: str
    day: str


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
    "office_paper": OfficePaper,
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
    "office_paper": "other",
}
"""Kind of sheet → the document kind of the report it belongs to."""
