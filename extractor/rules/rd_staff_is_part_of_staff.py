"""研发人员数量不高于员工总数.

Research staff are a part of all staff.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(part: Count, whole: Count) -> Disagreement | None:
    """Fails where the part is greater than the whole."""
    if part.value <= whole.value:
        return None
    message = f"研发人员 {part.value:,} 人，多于员工总数 {whole.value:,} 人"
    return Disagreement(severity="A", message=message)


RULE = Rule(
    code="FIN-07",
    title="研发人员数量不高于员工总数",
    source=notice("Q13"),
    severity="A",
    reads=("application_form.rd_staff", "application_form.staff_total"),
    check=check,
)
