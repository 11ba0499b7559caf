"""单位地址与营业执照住所的省市区一致.

An office may lie elsewhere than the registered seat; that is noted, not held against anyone.
"""

from extractor.rules.citing import notice
from extractor.rules.places import place_in
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from models.extraction import Text
from models.finding import Disagreement


def check(declared: Text, licence: Text) -> Disagreement | None:
    """A note where a part that both addresses name is not the same."""
    here, there = place_in(declared.value), place_in(licence.value)
    if all(one == other for one, other in zip(here, there, strict=True) if one and other):
        return None
    message = f"单位地址“{cut(declared.value)}”，营业执照住所“{cut(licence.value)}”"
    return Disagreement(severity="D", message=f"{message}，省市区不同")


RULE = Rule(
    code="ID-13",
    title="单位地址与营业执照住所的省市区一致",
    source=notice("Q13"),
    severity="D",
    reads=("application_form.address", "business_licence.address"),
    check=check,
)
