"""财务报表标明金额单位.

Without its unit a figure may be ten thousand times another.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Choice


def check(unit: Choice) -> None:
    """Nothing to say where a unit was read; the runner says where there is none."""


RULE = Rule(
    code="AUD-09",
    title="财务报表标明金额单位",
    source=practice("报表金额以标明的单位为准，不作推测"),
    severity="B",
    reads=("audit_report.unit",),
    check=check,
)
