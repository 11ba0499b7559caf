"""各材料中的模型名称一致.

Cover, table and special audit must speak of one model; a loose name is a question only.
"""

from extractor.rules.citing import notice
from extractor.rules.model_names import mentioned, model_likeness
from extractor.rules.rule import Rule, Words
from models.extraction import Text
from models.finding import Disagreement

TABLE = "application_form.model_name"


def check(
    table: Text, cover: Text | None, audited: Text | None, words: Words | None = None
) -> list[Disagreement]:
    """Fails for another name, asks about a loose one, or of an audit that names the model too."""
    others = (
        ("封面", cover, "application_form.cover_model_name"),
        ("专项审计报告", audited, "special_audit_report.model_name"),
    )
    said = []
    for paper, name, key in others:
        likeness = model_likeness(name.value, table.value) if name else "same"
        if (
            name is audited
            and likeness == "different"
            and words
            and mentioned(table.value, words.text)
        ):
            likeness = "loose"
        if name and likeness != "same":
            message = f"{paper}模型名称“{name.value}”，情况表“{table.value}”"
            said.append(
                Disagreement(
                    severity="C" if likeness == "loose" else "B",
                    message=f"{message}，{'相近但不相同' if likeness == 'loose' else '不一致'}",
                    values=(key, TABLE),
                )
            )
    return said


RULE = Rule(
    code="ID-11",
    title="各材料中的模型名称一致",
    source=notice("Q12", "Q19", "Q26"),
    severity="B",
    reads=(TABLE,),
    reads_if_present=(
        "application_form.cover_model_name",
        "special_audit_report.model_name",
        "special_audit_report.words",
    ),
    check=check,
    agreement_confirms=True,
)
