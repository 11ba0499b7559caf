"""上年度企业纳税证明在材料中.

A person's income tax record proves nothing about the company's taxes.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.extraction import Choice
from models.finding import Disagreement

PERSONAL = Choice(value="personal_record")


def check(proof: bool, forms: tuple[Choice | None, ...] | None) -> Disagreement | None:
    """Missing without a tax proof, or where all of them are persons' records."""
    if not proof:
        return absent("上年度企业纳税证明")
    only_personal = bool(forms) and set(forms or ()) == {PERSONAL}
    return absent("企业纳税证明（所附为个人所得税纳税记录）") if only_personal else None


RULE = Rule(
    code="M-04",
    title="上年度企业纳税证明齐备",
    source=notice("Q18"),
    severity="A",
    reads=("tax_certificate.present",),
    reads_if_present=("tax_certificate[*].form",),
    check=check,
)
