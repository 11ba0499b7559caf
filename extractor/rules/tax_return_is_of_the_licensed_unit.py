"""企业所得税申报表的纳税人与营业执照一致.

Both sheets must be the applicant's own return, and so agree with each other as well.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import codes_agree, names_agree, names_in_all, of_a_member
from extractor.rules.rule import Rule
from models.extraction import Identifier, Text, Value
from models.finding import Disagreement

NAMES = ("each.taxpayer_name", "business_licence.name")
CODES = ("each.taxpayer_id", "business_licence.uscc")


def check(
    name: Text,
    licence_name: Text,
    code: Identifier | None,
    licence_code: Identifier | None,
    unit: Text | None,
    members: Value | None,
    main_owners: tuple[Text | None, ...] | None,
    research_owners: tuple[Text | None, ...] | None,
    *former: Value | None,
) -> list[Disagreement]:
    """Fails where the name or the code of the sheet differs from the licence.

    A consortium's other members may enclose theirs beside the applicant's.
    """
    own = (licence_name.value, *((unit.value,) if unit else ()), *names_in_all(former))
    owners = (*(main_owners or ()), *(research_owners or ()))
    member = of_a_member("企业所得税申报表", name, own, members, owners, NAMES)
    if member is not None:
        return [member]
    said = [
        names_agree("纳税人", name, "营业执照", licence_name, names_in_all(former), values=NAMES)
    ]
    if code and licence_code:
        said.append(codes_agree("纳税人识别号", code, "营业执照", licence_code, values=CODES))
    return [each for each in said if each]


RULE = Rule(
    code="ID-08",
    title="企业所得税申报表的纳税人与营业执照一致",
    source=notice("Q20"),
    severity="B",
    for_each=("a100000", "a107012"),
    reads=("each.taxpayer_name", "business_licence.name"),
    reads_if_present=(
        "each.taxpayer_id",
        "business_licence.uscc",
        "application_form.unit_name",
        "application_form.consortium_members",
        "a100000[*].taxpayer_name",
        "a107012[*].taxpayer_name",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)
