"""被审计单位与营业执照一致.

Figures of a parent or a sister company are not the applicant's.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_agree, names_in_all
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(audited: Text, licence: Text, *former: Value | None) -> Disagreement | None:
    """Fails where the audited entity is not the licensed unit."""
    return names_agree("被审计单位", audited, "营业执照", licence, names_in_all(former))


RULE = Rule(
    code="ID-06",
    title="被审计单位与营业执照一致",
    source=notice("Q18"),
    severity="B",
    reads=("audit_report.entity_name", "business_licence.name"),
    reads_if_present=("business_licence.former_names", "credit_report.former_names"),
    check=check,
    agreement_confirms=True,
)
