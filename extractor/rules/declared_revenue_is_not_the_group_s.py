"""申报营业收入取自单体报表而非合并报表.

The applicant is one legal person; the group's revenue includes others'.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.tolerance import apart
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(declared: Amount, own: Amount, group: Amount | None) -> Disagreement | None:
    """A question where the form has the group's figure and not the entity's own."""
    if group is None:
        return Disagreement(
            severity="C",
            message="审计报告未见合并报表",
            values=("audit_report.consolidated_revenue",),
            outcome="not_applicable",
        )
    if apart(declared, own) != "different" or apart(declared, group) not in ("equal", "rounding"):
        return None
    message = (
        f"申报 {money(declared)} 等于合并报表营业收入 {money(group)}，而单体报表为 {money(own)}"
    )
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="FIN-14",
    title="申报营业收入取自单体报表而非合并报表",
    source=practice("申报主体为独立法人，收入应取单体（母公司）报表"),
    severity="C",
    reads=("application_form.revenue", "audit_report.revenue"),
    reads_if_present=("audit_report.consolidated_revenue",),
    check=check,
)
