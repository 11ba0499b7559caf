"""营业执照或事业单位法人证书在材料中.

It proves who the applicant is; everything else is compared with it.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(licence: bool) -> Disagreement | None:
    """Missing without a licence."""
    return None if licence else absent("营业执照（或事业单位法人证书）")


RULE = Rule(
    code="M-03",
    title="营业执照（或事业单位法人证书）齐备",
    source=notice("Q18"),
    severity="A",
    reads=("business_licence.present",),
    check=check,
)
