"""知识产权与模型相关.

One right that concerns the model is enough; others may be the firm's older work.
"""

from extractor.rules.citing import notice
from extractor.rules.model_names import related
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from models.extraction import Text
from models.finding import Disagreement


def check(
    model: Text,
    ability: Text | None,
    unit: Text | None,
    patents: tuple[Text | None, ...] | None,
    works: tuple[Text | None, ...] | None,
) -> Disagreement:
    """A question where no patent and no software has a word in common with the model."""
    rights = (*(patents or ()), *(works or ()))
    names = [each.value for each in rights if each is not None]
    if not names:
        message = "未附专利或软件著作权，或其名称未能辨认"
        return Disagreement(
            severity="C", message=message, values=(MODEL,), outcome="not_applicable"
        )
    others = [each.value for each in (model, ability, unit) if each]
    if None in rights or any(related(name, other) for name in names for other in others):
        return Disagreement(
            severity="C", message="知识产权与模型相关", values=(MODEL,), outcome="passed"
        )
    listed = "、".join(f"“{cut(name)}”" for name in names[:3])
    message = f"所附专利、软件著作权（{listed}）与申报模型“{cut(model.value)}”看不出关联，请核实"
    return Disagreement(severity="C", message=message)


MODEL = "application_form.model_name"

RULE = Rule(
    code="IP-07",
    title="知识产权与模型相关",
    source=notice("Q5"),
    severity="C",
    reads=(MODEL,),
    reads_if_present=(
        "application_form.model_ability",
        "application_form.unit_name",
        "patent[*].name",
        "software_copyright[*].name",
    ),
    check=check,
    agreement_confirms=True,
)
