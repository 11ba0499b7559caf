"""Parts of a bundle that completeness rules speak of: papers, tables of the form, statements.

Where a part is not there, only its completeness rule says so; rules that would have read a field of
it are not applicable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractor.rules.period import WITH_PRIOR
from models.extraction import Choice, Choices, Extraction, TextList

DOCUMENT_NAMES: dict[str, str] = {
    "application_form": "申报书",
    "word_form": "Word 版申报书",
    "business_licence": "营业执照",
    "tax_certificate": "纳税证明",
    "audit_report": "审计报告",
    "special_audit_report": "专项审计报告",
    "a100000": "A100000",
    "a107012": "A107012",
    "cit_other": "企业所得税申报其他表",
    "rd_report": "研发情况报告",
    "credit_report": "信用报告",
    "commitment": "承诺书",
    "filing": "备案证明",
    "patent": "专利证书",
    "software_copyright": "软件著作权登记证书",
    "test_report": "测评报告",
    "contract": "合同",
}
FormPart = Literal["cover", "unit", "model"]
_PART_NAMES: dict[FormPart, str] = {
    "cover": "申报书封面",
    "unit": "单位基本情况表",
    "model": "工业模型基本情况表",
}
A107012_ROWS = 52
_OF_BALANCE = frozenset(("total_assets", "total_liabilities", "total_equity", "balance_sheet"))
_OF_INCOME = WITH_PRIOR - _OF_BALANCE | {"income_statement"}
_OF_COVER = frozenset(
    [
        "cover_unit_name",
        "cover_model_name",
        "cover_model_category",
        "recommending_unit",
        "contact_name",
        "contact_phone",
        "declared_on",
    ]
)
_OF_UNIT = frozenset(
    [
        "unit_name",
        "uscc",
        "address",
        "unit_nature",
        "consortium_members",
        "principal_name",
        "principal_title",
        "principal_phone",
        "applicant_name",
        "applicant_title",
        "applicant_phone",
        "revenue",
        "ai_revenue",
        "staff_total",
        "rd_staff",
        "introduction",
    ]
)


def absent_part(documents: Sequence[Extraction], name: str) -> str | None:
    """The part of the document that would hold the field, where a completeness rule misses it."""
    match documents[0].kind:
        case "application_form":
            return _absent_table(documents, name)
        case "audit_report":
            return _absent_statement(documents[0], name)
        case "a107012" if name.startswith("row_") and _rest_absent(documents[0], name):
            return "A107012 的续页"
    return None


def _absent_statement(report: Extraction, name: str) -> str | None:
    """The statement that would hold the figure, where none of its figures is there (M-05)."""
    activity = report.field("activity_statement")
    if activity is not None and activity.status != "missing" and _only_a_company_has(name):
        return "审计报告的利润表（所附为收入费用表或业务活动表）"
    for title, lines in (("资产负债表", _OF_BALANCE), ("利润表", _OF_INCOME)):
        fields = [report.field(line) for line in lines]
        if name.removesuffix("_prior") in lines and not any(
            stated is not None and stated.status != "missing" for stated in fields
        ):
            return f"审计报告的{title}"
    return None


def _only_a_company_has(name: str) -> bool:
    """Whether a public body's statement of its activities has no such line."""
    line = name.removesuffix("_prior")
    return line in _OF_INCOME and line != "revenue"


def _rest_absent(sheet: Extraction, name: str) -> bool:
    """Whether the row and all below it are missing: a page is lost (M-18)."""
    number = name.removeprefix("row_")
    if not number.isdigit():
        return False
    rest = [sheet.field(f"row_{below}") for below in range(int(number), A107012_ROWS + 1)]
    return all(stated is None or stated.status == "missing" for stated in rest)


def _absent_table(documents: Sequence[Extraction], name: str) -> str | None:
    """The table of the form that would hold the field, where that table is not there."""
    seen: set[str] = set()
    for extraction in documents:
        parts = extraction.field("part")
        match parts.value if parts is not None else None:
            case Choices(values=values) | TextList(values=values):
                seen.update(values)
            case Choice(value=value):
                seen.add(value)
    part: FormPart = "cover" if name in _OF_COVER else "unit" if name in _OF_UNIT else "model"
    return _PART_NAMES[part] if seen and part not in seen else None
