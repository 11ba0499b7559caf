"""知识产权、备案属于联合体成员的已注明.

A right of a member counts as the consortium's own; the reviewer is told whose it is.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import is_one_of, names_in
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from models.extraction import Text, Value
from models.finding import Disagreement


def check(owner: Text, unit: Text, members: Value | None) -> Disagreement | None:
    """A note where the owner is a member and not the applicant."""
    others = [name for name in names_in(members) if not is_one_of(name, (unit.value,))]
    owners = (owner.value, *names_in(owner))
    if is_one_of(unit.value, owners):
        return None
    holder = next((name for name in others if is_one_of(name, owners)), None)
    if holder is None:
        return None
    return Disagreement(severity="D", message=f"权属属联合体成员“{cut(holder)}”，予以认可")


RULE = Rule(
    code="CON-08",
    title="知识产权、备案属于联合体成员的已注明",
    source=notice("Q5"),
    severity="D",
    for_each=("patent", "software_copyright", "filing"),
    reads=("each.owner", "application_form.unit_name"),
    reads_if_present=("application_form.consortium_members",),
    check=check,
    agreement_confirms=True,
)
