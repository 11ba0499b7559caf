"""The documents an applicant hands in, as facts.

Amounts are Decimals in 元, already rounded to what the document's printed unit can show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Unit = Literal["元", "万元"]


@dataclass(frozen=True)
class Person:
    """A contact as the form prints it."""

    name: str
    title: str
    phone: str


@dataclass(frozen=True)
class Item:
    """A named amount."""

    name: str
    amount: Decimal


@dataclass(frozen=True)
class ApplicationForm:
    """The cover and both tables."""

    cover_unit_name: str
    cover_model_name: str
    cover_model_category: str
    unit_name: str
    uscc: str
    address: str
    unit_nature: str
    consortium_text: str
    principal: Person
    applicant: Person
    revenue: Decimal
    ai_revenue: Decimal
    staff_total: int
    rd_staff: int
    introduction: tuple[str, ...]
    model_name: str
    industry: str
    model_category: str
    parameter_count: Decimal
    """亿."""
    training_data: Decimal
    """TB."""
    model_ability: tuple[str, ...]
    base_model: str
    service_modes: tuple[str, ...]
    rd_period_start: date
    rd_period_end: date
    rd_cost: Decimal
    rd_cost_period: str
    rd_cost_items: tuple[Item, ...]
    recommending_unit: str
    contact: Person
    declared_on: date
    decimals: int
    """Decimals written in the 万元 cells."""
    consortium_members: tuple[str, ...] = ()
    """Names of the members as printed, the lead first; empty without a consortium."""


@dataclass(frozen=True)
class BusinessLicence:
    """营业执照 of a company, or of the audit firm."""

    uscc: str
    name: str
    type: str
    legal_representative: str
    registered_capital: Decimal
    established_on: date
    term: tuple[date, date | None] | None
    """From and to (None: 长期); None on newer prints, which have no 营业期限."""
    address: str
    business_scope: str
    authority: str
    issued_on: date

    @property
    def public(self) -> bool:
        """Whether it is a 事业单位法人证书, which prints neither 类型 nor 成立日期."""
        return self.uscc.startswith("12")


@dataclass(frozen=True)
class TaxRow:
    """One payment."""

    voucher: str
    tax: str
    subject: str
    period_start: date
    period_end: date
    paid_on: date
    amount: Decimal


@dataclass(frozen=True)
class TaxCertificate:
    """税收完税证明."""

    form: Literal["table", "letter"]
    certificate_no: str
    taxpayer_name: str
    taxpayer_id: str
    items: tuple[TaxRow, ...]
    total: Decimal
    total_in_words: str
    authority: str
    issued_on: date


Opinion = Literal["unqualified", "unqualified_with_emphasis", "qualified", "adverse", "disclaimer"]


@dataclass(frozen=True)
class StatementLine:
    """A line of a statement; amounts are None for headlines."""

    line: str
    key: str
    """Name in the company's books."""
    current: Decimal | None
    prior: Decimal | None
    field: str = ""
    """The contract's key of the current amount, or empty."""
    indent: int = 0
    bold: bool = False


@dataclass(frozen=True)
class GroupStatements:
    """The group's two statements, printed beside the company's own."""

    assets: tuple[StatementLine, ...]
    claims: tuple[StatementLine, ...]
    income: tuple[StatementLine, ...]
    in_columns: bool
    """Whether both stand in one table, 合并 and 母公司 as columns of the same lines."""


@dataclass(frozen=True)
class AuditReport:
    """The annual audit report with its two statements."""

    report_no: str
    firm: str
    verification_code: str
    entity_name: str
    year: int
    opinion: Opinion
    accountants: tuple[str, ...]
    signed_on: date
    chinese_date: bool
    unit: Unit
    assets: tuple[StatementLine, ...]
    claims: tuple[StatementLine, ...]
    income: tuple[StatementLine, ...]
    legal_representative: str
    chief_accountant: str
    accounting_head: str
    group: GroupStatements | None = None
    statements_of: str = ""
    """Who drew up the statements, where another name than the audited unit's is printed there."""


@dataclass(frozen=True)
class SpecialAudit:
    """专项审计报告 of the model's cost."""

    report_no: str
    firm: str
    verification_code: str
    entity_name: str
    model_name: str
    period_start: date
    period_end: date
    unit: Unit
    items: tuple[Item, ...]
    total: Decimal
    total_in_words: str
    accountants: tuple[str, ...]
    signed_on: date
    gives_opinion: bool = True


@dataclass(frozen=True)
class TaxReturn:
    """A100000 or A107012 of one year; ``rows`` by printed row number."""

    code: Literal["A100000", "A107012"]
    edition: str
    """Key of the published forms: 2025, 2020-2023 / 2025, 2022, 2018-2021."""
    taxpayer_id: str
    taxpayer_name: str
    year: int
    rows: Mapping[str, Decimal]
    captions: Mapping[str, str] = field(default_factory=dict)
    """Texts of the rows a company names itself: 22.1, 31.1."""


@dataclass(frozen=True)
class RdReport:
    """工业模型研发情况报告."""

    model_name: str
    unit_name: str
    parameter_text: str
    """As printed: 70亿, 7B, 671B."""
    parameter_count: Decimal
    """Absolute number."""
    active_text: str
    active_count: Decimal | None
    training_text: str
    training_data: Decimal
    """TB."""
    base_model: str
    rd_period_start: date
    rd_period_end: date
    parts: tuple[Literal["overview", "innovation", "results"], ...]
    staff_total: int
    rd_staff: int
    clients: tuple[str, ...]
    gpu: str
    """Empty where the report does not tell of its computing power."""
    detail: int
    """How far the chapters go into detail, 0…3."""
    remarks: tuple[str, ...] = ()
    """What else the overview says."""
    tells_of_security: bool = True


@dataclass(frozen=True)
class Penalty:
    """行政处罚."""

    number: str
    kind: str
    decided_on: date
    content: str
    fine: str
    facts: str
    authority: str


@dataclass(frozen=True)
class CreditReport:
    """信用中国 report."""

    name: str
    uscc: str
    former_names: tuple[str, ...]
    legal_representative: str
    report_no: str
    reported_on: date
    status: str
    established_on: date
    address: str
    penalties: tuple[Penalty, ...]
    dishonest: int
    judgment_debtor: int
    abnormal: int
    licences: int
    counts_left_out: frozenset[str] = frozenset()
    """Names of the counts that the report does not print, nor their sections."""


@dataclass(frozen=True)
class Commitment:
    """承诺书."""

    unit_name: str
    signer: str
    """Who writes the signature."""
    signed_on: date
    clauses: tuple[int, ...] = (1, 2, 3, 4)
    """Which clauses of the template are printed."""
