"""模型底座来源在各材料中一致.

Form and report describe one model, so they name one base.
"""

import re

from rapidfuzz import fuzz

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from extractor.values.texts import compact
from models.extraction import Text
from models.finding import Disagreement

ALIKE = 75
"""Of 100: one text names the base within a longer phrase of the other."""


def check(declared: Text, reported: Text) -> Disagreement | None:
    """A question where neither text holds the other's name."""
    one, other = (
        re.sub(r"[\W_]", "", compact(each.value)).lower() for each in (declared, reported)
    )
    if one in other or other in one or fuzz.partial_ratio(one, other) >= ALIKE:
        return None
    message = f"申报底座“{cut(declared.value)}”，研发情况报告“{cut(reported.value)}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="MOD-08",
    title="模型底座来源在各材料中一致",
    source=notice("Q14", "Q22"),
    severity="C",
    reads=("application_form.base_model", "rd_report.base_model"),
    check=check,
    agreement_confirms=True,
)
