"""承诺书在材料中.

The notice gives its text; without it nobody answers for the truth of the bundle.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(commitment: bool) -> Disagreement | None:
    """Missing without the commitment."""
    return None if commitment else absent("承诺书")


RULE = Rule(
    code="M-12",
    title="承诺书齐备",
    source=notice("Q24"),
    severity="A",
    reads=("commitment.present",),
    check=check,
)
