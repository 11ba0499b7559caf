"""单位性质与营业执照类型相符.

The licence's type names state, foreign and private owners; only a plain contradiction is asked
about, because types often name no owner at all.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.licence_items import without_item
from extractor.rules.rule import Rule
from models.extraction import Choice, Identifier, Text
from models.finding import Disagreement

OWNERS = (
    (re.compile(r"国有独资|国有控股|全民所有制"), ("国有",)),
    (re.compile(r"台港澳|港澳台|外商|外国|中外合资"), ("合资", "外资")),
    (re.compile(r"^(?!.*(?:台港澳|港澳台|外商|外国)).*自然人(?:独资|投资或控股)"), ("民营",)),
    (re.compile(r"事业单位"), ("事业单位",)),
)
"""Words of the type → words of the natures that go with it."""

TYPE = "business_licence.type"


def check(nature: Choice, kind: Text | None, code: Identifier | None) -> Disagreement | None:
    """A question where the type names owners of another nature."""
    if kind is None:
        return without_item(code, "类型", TYPE, "C")
    for words, natures in OWNERS:
        if words.search(kind.value) and not any(each in nature.value for each in natures):
            message = f"单位性质“{nature.value}”，营业执照类型“{kind.value}”"
            return Disagreement(severity="C", message=message)
    return None


RULE = Rule(
    code="LIC-10",
    title="单位性质与营业执照类型相符",
    source=notice("Q13"),
    severity="C",
    reads=("application_form.unit_nature",),
    reads_if_present=(TYPE, "business_licence.uscc"),
    check=check,
)
