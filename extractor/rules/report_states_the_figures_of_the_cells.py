"""研发情况报告中的数字与表格一致.

The report's own figures of staff; a figure of a team or of another year is not read as one.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(
    staff: Count | None,
    researchers: Count | None,
    told_staff: Count | None,
    told_researchers: Count | None,
) -> list[Disagreement]:
    """A question for each figure of the report that differs from its cell."""
    if told_staff is None and told_researchers is None:
        message = "研发情况报告未述员工和研发人员数量"
        return [Disagreement(severity="C", message=message, outcome="not_applicable")]
    said = []
    for what, cell, told, name in (
        ("员工总数", staff, told_staff, "staff_total"),
        ("研发人员", researchers, told_researchers, "rd_staff"),
    ):
        if cell is None or told is None or cell.value == told.value:
            continue
        message = f"研发情况报告称{what} {told.value} 人，申报表填 {cell.value} 人"
        keys = (f"application_form.{name}", f"rd_report.{name}")
        said.append(Disagreement(severity="C", message=message, values=keys))
    return said


RULE = Rule(
    code="FIN-11",
    title="研发情况报告中的数字与表格一致",
    source=notice("Q22"),
    severity="C",
    reads=(),
    reads_if_present=(
        "application_form.staff_total",
        "application_form.rd_staff",
        "rd_report.staff_total",
        "rd_report.rd_staff",
    ),
    check=check,
    agreement_confirms=True,
)
