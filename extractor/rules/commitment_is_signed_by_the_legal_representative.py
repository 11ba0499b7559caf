"""承诺书签名人为法定代表人.

The template's 法人代表 is taken for the 法定代表人 of the licence.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.values.names import normalise
from models.extraction import Text
from models.finding import Disagreement


def check(signer: Text, licence: Text) -> Disagreement | None:
    """A question where a readable name is another person's."""
    if normalise(signer.value) == normalise(licence.value):
        return None
    message = f"承诺书签名为“{signer.value}”，营业执照法定代表人为“{licence.value}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="COM-03",
    title="承诺书签名人为法定代表人",
    source=notice("Q24"),
    severity="C",
    reads=("commitment.legal_representative", "business_licence.legal_representative"),
    check=check,
    agreement_confirms=True,
)
