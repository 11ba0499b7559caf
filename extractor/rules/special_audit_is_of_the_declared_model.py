"""专项审计针对申报模型.

A report on the company's research in general does not disclose what this model cost.
"""

from extractor.rules.citing import notice
from extractor.rules.model_names import model_likeness
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement


def check(audited: Text, declared: Text) -> Disagreement | None:
    """Fails for another model; a loosely named one is left to ID-11."""
    if model_likeness(audited.value, declared.value) != "different":
        return None
    message = f"专项审计对象为“{audited.value}”，申报模型为“{declared.value}”"
    return Disagreement(severity="A", message=message)


RULE = Rule(
    code="SPA-01",
    title="专项审计针对申报模型",
    source=notice("Q19"),
    severity="A",
    reads=("special_audit_report.model_name", "application_form.model_name"),
    check=check,
    agreement_confirms=True,
)
