"""专项审计针对申报模型.

A report on the company's research in general does not disclose what this model cost.
"""

from extractor.rules.citing import notice
from extractor.rules.model_names import mentioned, model_likeness
from extractor.rules.rule import Rule, Words
from models.extraction import Text
from models.finding import Disagreement

DECLARED, AUDITED = "application_form.model_name", "special_audit_report.model_name"


def check(
    report: str, declared: Text, audited: Text | None, words: Words | None
) -> Disagreement | None:
    """Fails for another model; a loosely named one is left to ID-11.

    A report on several projects may name the declared model among them: that is a question.
    """
    if audited and model_likeness(audited.value, declared.value) != "different":
        return None
    named = words is not None and mentioned(declared.value, words.text)
    said = f"专项审计对象为“{audited.value}”" if audited else "专项审计报告未单列审计的模型"
    if named:
        message = f"{said}，文中提及申报模型“{declared.value}”，请核实是否针对该模型"
        return Disagreement(severity="C", message=message, values=(DECLARED, AUDITED))
    if audited is None:
        message = "未见专项审计报告的“模型名称”"
        return Disagreement(severity="A", message=message, values=(AUDITED,), outcome="missing")
    message = f"{said}，申报模型为“{declared.value}”"
    return Disagreement(severity="A", message=message, values=(DECLARED, AUDITED))


RULE = Rule(
    code="SPA-01",
    title="专项审计针对申报模型",
    source=notice("Q19"),
    severity="A",
    reads=("special_audit_report.document", DECLARED),
    reads_if_present=(AUDITED, "special_audit_report.words"),
    check=check,
    agreement_confirms=True,
)
