"""营业期限在提交之日未届满.

A company past its term must be renewed or wound up; newer licences print no term at all.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import date_shown
from extractor.values import days
from models.extraction import Day, Text
from models.finding import Disagreement


def check(submitted_on: Day, licence: str, term: Text | None) -> Disagreement | None:
    """Fails where the term ended before the submission; not applicable where none is printed."""
    if term is None:
        message = "营业执照未载明营业期限"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    ranged = days.parse_range(term.value)
    end = ranged.end if ranged else days.parse(term.value)
    if end is None:
        message = f"营业期限“{term.value}”无法辨认"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    if end.value is None or submitted_on.value is None or end.value >= submitted_on.value:
        return None
    message = f"营业期限至 {date_shown(end)}，早于提交日期 {date_shown(submitted_on)}"
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="LIC-03",
    title="营业期限在提交之日未届满",
    source=practice("期限届满的执照不能证明单位仍在正常经营；新版执照不再登载营业期限"),
    severity="B",
    reads=("submission.submitted_on", "business_licence.document"),
    reads_if_present=("business_licence.term",),
    check=check,
)
