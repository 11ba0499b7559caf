"""备案主体为申报单位或联合体成员.

A filing belongs to who filed it; the base model's filing is its maker's and is only noted.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in_all, nearest_likeness
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from extractor.values.texts import compact
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    owner: Text,
    unit: Text,
    licence: Text | None,
    members: Value | None,
    name: Text | None,
    base: Text | None,
    *former: Value | None,
) -> Disagreement | None:
    """Fails for another's filing, unless it is the declared base model's."""
    known = (
        *(unit.value, *((licence.value,) if licence else ())),
        *names_in_all((members, *former)),
    )
    near = nearest_likeness(owner.value, known)
    if near == "same":
        return None
    if near == "confusable":
        message = f"备案主体“{cut(owner.value)}”与申报单位仅一个形近字不同，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    of_base = name and base and compact(name.value)[:4].lower() in compact(base.value).lower()
    message = f"备案主体为“{cut(owner.value)}”，不是申报单位"
    if of_base:
        return Disagreement(severity="D", message=f"{message}；为模型底座的备案，不属自有备案")
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="FIL-02",
    title="备案主体为申报单位或联合体成员",
    source=notice("Q5", "Q21"),
    severity="B",
    for_each=("filing",),
    reads=("each.owner", "application_form.unit_name"),
    reads_if_present=(
        "business_licence.name",
        "application_form.consortium_members",
        "each.name",
        "application_form.base_model",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
)
