"""专项审计对象为申报单位或联合体成员.

The cost of the declared model must have been borne by those who declare it.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_agree, names_in, names_in_all, nearest_likeness
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    audited: Text, licence: Text, members: Value | None, *former: Value | None
) -> Disagreement | None:
    """Fails where the audited entity is neither the lead nor a member."""
    near = nearest_likeness(audited.value, names_in(members))
    if near == "same":
        return None
    if near == "confusable":
        message = f"专项审计对象“{cut(audited.value)}”与联合体成员仅一个形近字不同，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
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
