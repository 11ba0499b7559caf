"""年度审计报告在材料中，含意见页、资产负债表和利润表.

An opinion without the statements shows no revenue, statements without the opinion are unaudited.
An institution has a 收入费用表 or a 业务活动表 instead of an income statement.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(
    report: bool,
    opinion: bool,
    sheet: bool,
    assets: bool,
    income: bool,
    revenue: bool,
    activity: bool,
) -> Disagreement | None:
    """Missing without the report, its opinion page or one of the two statements."""
    parts = {
        "审计意见页": opinion,
        "资产负债表": sheet or assets,
        "利润表": income or revenue or activity,
    }
    lacking = [name for name, seen in parts.items() if not seen]
    if not report:
        return absent("年度审计报告")
    return absent(f"审计报告中的{'、'.join(lacking)}") if lacking else None


RULE = Rule(
    code="M-05",
    title="年度审计报告齐备，含意见页、资产负债表和利润表",
    source=notice("Q18"),
    severity="A",
    reads=("audit_report.present",),
    reads_if_present=(
        "audit_report.opinion.seen",
        "audit_report.balance_sheet.seen",
        "audit_report.total_assets.seen",
        "audit_report.income_statement.seen",
        "audit_report.revenue.seen",
        "audit_report.activity_statement.seen",
    ),
    check=check,
)
