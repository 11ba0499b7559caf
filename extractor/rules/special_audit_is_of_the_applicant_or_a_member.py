"""专项审计对象为申报单位或联合体成员.

The cost of the declared model must have been borne by those who declare it.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import is_one_of, names_agree, names_in, names_in_all
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    audited: Text, licence: Text, members: Value | None, *former: Value | None
) -> Disagreement | None:
    """Fails where the audited entity is neither the lead nor a member."""
    if is_one_of(audited.value, names_in(members)):
        return None
    return names_agree("专项审计对象", audited, "营业执照", licence, names_in_all(former))


RULE = Rule(
    code="ID-07",
    title="专项审计对象为申报单位或联合体成员",
    source=notice("Q19"),
    severity="B",
    reads=("special_audit_report.entity_name", "business_licence.name"),
    reads_if_present=(
        "application_form.consortium_members",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)
