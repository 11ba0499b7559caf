"""单位基本情况表在材料中.

It is the first item of the bundle and holds every declared figure of the unit.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent, chosen_keys
from extractor.rules.rule import Rule
from models.extraction import Value
from models.finding import Disagreement


def check(form: bool, part: Value | None) -> Disagreement | None:
    """Missing unless the unit's table was seen."""
    return None if form and "unit" in chosen_keys(part) else absent("单位基本情况表")


RULE = Rule(
    code="M-02",
    title="单位基本情况表齐备",
    source=notice("Q13", "Q17"),
    severity="A",
    reads=("application_form.present",),
    reads_if_present=("application_form.part",),
    check=check,
)
