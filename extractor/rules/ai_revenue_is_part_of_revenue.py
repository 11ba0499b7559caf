"""人工智能营业收入不高于营业收入.

Revenue from artificial intelligence is a part of all revenue.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(part: Amount, whole: Amount) -> Disagreement | None:
    """Fails where the part is greater than the whole."""
    if part.value <= whole.value:
        return None
    message = f"人工智能营业收入 {money(part)} 高于营业收入 {money(whole)}"
    return Disagreement(severity="A", message=message)


RULE = Rule(
    code="FIN-04",
    title="人工智能营业收入不高于营业收入",
    source=notice("Q13"),
    severity="A",
    reads=("application_form.ai_revenue", "application_form.revenue"),
    check=check,
)
