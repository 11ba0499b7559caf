"""专利权人包含申报单位或联合体成员.

Only its owner can claim a patent as intellectual property of its own.
"""

from extractor.rules.citing import notice
from extractor.rules.owning import owner_is_applicant
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    owner: Text,
    unit: Text,
    licence: Text | None,
    members: Value | None,
    *former: Value | None,
) -> Disagreement | None:
    """Fails where none of the owners is the applicant or a member."""
    return owner_is_applicant("专利权人", owner, unit, licence, members, *former)


RULE = Rule(
    code="IP-05",
    title="专利权人包含申报单位或联合体成员",
    source=notice("Q5"),
    severity="B",
    for_each=("patent",),
    reads=("each.owner", "application_form.unit_name"),
    reads_if_present=(
        "business_licence.name",
        "application_form.consortium_members",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
)
