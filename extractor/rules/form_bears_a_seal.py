"""封面加盖申报单位公章.

Whose seal it is, SEAL-04 says; here only whether there is one.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Seals
from models.finding import Disagreement


def check(seals: Seals) -> Disagreement | None:
    """Missing where no seal was seen on the form."""
    if seals.seals:
        return None
    return Disagreement(severity="B", message="申报书未检出印章", outcome="missing")


RULE = Rule(
    code="SEAL-01",
    title="封面加盖申报单位公章",
    source=notice("Q12"),
    severity="B",
    reads=("application_form.seals",),
    check=check,
)
