"""联系方式格式正确且前后一致.

Someone must be reachable: a mobile number, or a landline with its area code.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Identifier
from models.finding import Disagreement

KEYS = (
    "application_form.contact_phone",
    "application_form.principal_phone",
    "application_form.applicant_phone",
)


def check(*phones: Identifier | None) -> list[Disagreement]:
    """A question for each number that has the form of none."""
    return [
        Disagreement(severity="C", message=f"电话“{phone.value}”格式异常", values=(key,))
        for key, phone in zip(KEYS, phones, strict=True)
        if phone and identifiers.phone_proof(phone.value) == "broken"
    ]


RULE = Rule(
    code="SUB-07",
    title="联系方式格式正确且前后一致",
    source=notice("Q12", "Q13"),
    severity="C",
    reads=(KEYS[0],),
    reads_if_present=KEYS[1:],
    check=check,
)
