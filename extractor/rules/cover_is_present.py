"""申报书封面在材料中.

The cover names the applicant, the model and the recommending unit; the notice prints its items.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent, chosen_keys
from extractor.rules.rule import Rule
from models.extraction import Value
from models.finding import Disagreement


def check(form: bool, part: Value | None) -> Disagreement | None:
    """Missing unless a cover was seen."""
    return None if form and "cover" in chosen_keys(part) else absent("申报书封面")


RULE = Rule(
    code="M-01",
    title="申报书封面齐备",
    source=notice("Q12"),
    severity="A",
    reads=("application_form.present",),
    reads_if_present=("application_form.part",),
    check=check,
)
