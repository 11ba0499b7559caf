"""备案名称与模型相关.

A filed algorithm whose name has nothing in common with the model, its base or the firm may be
another product's.
"""

from extractor.rules.citing import notice
from extractor.rules.model_names import related
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from models.extraction import Text
from models.finding import Disagreement


def check(name: Text, model: Text, unit: Text | None, base: Text | None) -> Disagreement | None:
    """A question where the names share no word that says something."""
    others = [each.value for each in (model, unit, base) if each]
    if any(related(name.value, other) for other in others):
        return None
    message = f"备案名称“{cut(name.value)}”与申报模型“{cut(model.value)}”看不出关联，请核实"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="FIL-03",
    title="备案名称与模型相关",
    source=notice("Q21"),
    severity="C",
    for_each=("filing",),
    reads=("each.name", "application_form.model_name"),
    reads_if_present=("application_form.unit_name", "application_form.base_model"),
    check=check,
    agreement_confirms=True,
)
