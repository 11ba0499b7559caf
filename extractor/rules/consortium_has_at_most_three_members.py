"""联合体成员单位不超过3家.

The notice can be read as three besides the lead, so exactly lead and three is left to the person.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in, nearest_likeness
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(members: Value, limit: int, lead: Text | None) -> Disagreement | None:
    """Fails above the limit by either reading; not applicable without a consortium."""
    names = names_in(members)
    if not names:
        message = "未以联合体形式申报"
        return Disagreement(severity="A", message=message, outcome="not_applicable")
    own = (lead.value,) if lead else ()
    # A name one look-alike from the lead's is the lead's: no unit leads one so like itself.
    others = [name for name in names if nearest_likeness(name, own) == "different"]
    # Of a lead whose name was not read nobody knows whether it is among those listed.
    unknown_lead = 0 if lead else 1
    listed = f"联合体成员 {len(names)} 家（{'、'.join(names)}）"
    if len(others) - unknown_lead > limit:
        return Disagreement(severity="A", message=f"{listed}，超过 {limit} 家")
    if len(others) >= limit:
        message = f"{listed}，加牵头单位共 {len(others) + 1} 家，是否计入牵头单位请审核人员判定"
        return Disagreement(severity="C", message=message)
    return None


RULE = Rule(
    code="CON-01",
    title="联合体成员单位不超过3家",
    source=notice("Q2"),
    severity="A",
    reads=("application_form.consortium_members", "programme.consortium_limit"),
    reads_if_present=("application_form.unit_name",),
    check=check,
)
