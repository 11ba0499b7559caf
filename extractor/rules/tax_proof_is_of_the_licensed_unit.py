"""纳税证明的纳税人与营业执照一致.

A proof made out to another unit shows that unit's taxes.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import codes_agree, names_agree, names_in_all, of_a_member
from extractor.rules.rule import Rule
from models.extraction import Choice, Identifier, Text, Value
from models.finding import Disagreement


def check(
    name: Text,
    licence_name: Text,
    code: Identifier | None,
    licence_code: Identifier | None,
    form: Choice | None,
    unit: Text | None,
    members: Value | None,
    owners: tuple[Text | None, ...] | None,
    *former: Value | None,
) -> list[Disagreement]:
    """Fails where the name or the code differs; a person's record is not compared (TAX-01).

    A consortium's other members may enclose theirs beside the applicant's.
    """
    if form == Choice(value="personal_record"):
        return []
    names = ("each.taxpayer_name", "business_licence.name")
    own = (licence_name.value, *((unit.value,) if unit else ()), *names_in_all(former))
    member = of_a_member("纳税证明", name, own, members, owners or (), names)
    if member is not None:
        return [member]
    codes = ("tax_certificate.taxpayer_id", "business_licence.uscc")
    said = [
        names_agree("纳税证明", name, "营业执照", licence_name, names_in_all(former), values=names)
    ]
    if code and licence_code:
        said.append(codes_agree("纳税人识别号", code, "营业执照", licence_code, values=codes))
    return [each for each in said if each]


RULE = Rule(
    code="ID-05",
    title="纳税证明的纳税人与营业执照一致",
    source=notice("Q18"),
    severity="B",
    for_each=("tax_certificate",),
    reads=("each.taxpayer_name", "business_licence.name"),
    reads_if_present=(
        "each.taxpayer_id",
        "business_licence.uscc",
        "each.form",
        "application_form.unit_name",
        "application_form.consortium_members",
        "tax_certificate[*].taxpayer_name",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)
