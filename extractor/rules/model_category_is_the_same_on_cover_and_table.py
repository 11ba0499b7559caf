"""封面与情况表的模型类别一致.

The cover offers three categories and the table 其他 as well, so 其他 has no equal on the cover.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Choice
from models.finding import Disagreement


def check(cover: Choice, table: Choice) -> Disagreement | None:
    """Fails where the categories differ; a question where the table says 其他."""
    if cover == table:
        return None
    severity = "C" if table.value.startswith("其他") else "B"
    message = f"封面模型类别“{cover.value}”，情况表“{table.value}”"
    return Disagreement(severity=severity, message=message)


RULE = Rule(
    code="ID-12",
    title="封面与情况表的模型类别一致",
    source=notice("Q12", "Q14"),
    severity="B",
    reads=("application_form.cover_model_category", "application_form.model_category"),
    check=check,
)
