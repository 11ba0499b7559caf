"""信用报告法定代表人与营业执照一致.

A difference shows that the licence, or the report, is from before a change.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.values.names import normalise
from models.extraction import Text
from models.finding import Disagreement


def check(reported: Text, licence: Text) -> Disagreement | None:
    """A question where the persons differ."""
    if normalise(reported.value) == normalise(licence.value):
        return None
    message = f"信用报告法定代表人“{reported.value}”，营业执照“{licence.value}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="CRE-10",
    title="信用报告法定代表人与营业执照一致",
    source=practice("法定代表人不同说明其中一份为变更前的版本"),
    severity="C",
    reads=("credit_report.legal_representative", "business_licence.legal_representative"),
    check=check,
    agreement_confirms=True,
)
