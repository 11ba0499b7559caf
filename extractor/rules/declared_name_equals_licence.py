"""申报表单位名称与营业执照一致.

The applicant is who the licence names; a former name is told apart from a wrong one.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_agree, names_in
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    declared: Text, licence: Text, former: Value | None, reported: Value | None
) -> Disagreement | None:
    """Fails where the names differ and none is a former name."""
    earlier = (*names_in(former), *names_in(reported))
    return names_agree("申报表", declared, "营业执照", licence, earlier)


RULE = Rule(
    code="ID-04",
    title="申报表单位名称与营业执照一致",
    source=notice("Q13", "Q18"),
    severity="B",
    reads=("application_form.unit_name", "business_licence.name"),
    reads_if_present=("business_licence.former_names", "credit_report.former_names"),
    check=check,
    agreement_confirms=True,
)
