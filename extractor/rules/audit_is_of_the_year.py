"""审计报告为申报年度.

上年度 in a notice of 2026 means 2025; a report of the year before is often all there is in March.
"""

from extractor.rules.choosing import year_in
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Value
from models.finding import Disagreement


def check(fiscal_year: Value, year: int) -> Disagreement | None:
    """A question for the year before, a failure for any other."""
    stated = year_in(fiscal_year)
    if stated == year:
        return None
    if stated == year - 1:
        message = f"审计报告为 {stated} 年度，{year} 年度审计可能尚未完成，金额类规则期间不可比"
        return Disagreement(severity="C", message=message)
    return Disagreement(severity="B", message=f"审计报告为 {stated} 年度，应为 {year} 年度")


RULE = Rule(
    code="AUD-01",
    title="审计报告为申报年度",
    source=notice("Q18"),
    severity="B",
    reads=("audit_report.fiscal_year", "programme.year"),
    check=check,
)
