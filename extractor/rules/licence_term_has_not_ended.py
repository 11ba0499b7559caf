"""营业期限在提交之日未届满.

A company past its term must be renewed or wound up; newer licences print no term at all.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import date_shown
from models.extraction import Day
from models.finding import Disagreement


def check(submitted_on: Day, licence: str, term: Day | None) -> Disagreement | None:
    """Fails where the term ended before the submission; not applicable where none is printed."""
    if term is None:
        message = "营业执照未载明营业期限"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    if term.value is None or submitted_on.value is None or term.value >= submitted_on.value:
        return None
    message = f"营业期限至 {date_shown(term)}，早于提交日期 {date_shown(submitted_on)}"
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
