"""Whether the owners of a right include the applicant."""

from extractor.rules.naming import names_in, names_in_all, nearest_likeness
from extractor.rules.wording import cut
from models.extraction import Text, Value
from models.finding import Disagreement


def owner_is_applicant(
    what: str,
    owner: Text,
    unit: Text,
    licence: Text | None,
    members: Value | None,
    *former: Value | None,
) -> Disagreement | None:
    """None where one of the owners is the applicant, by any name it had, or a member.

    An owner one look-alike away may be the applicant, misread.
    """
    known = (
        *(unit.value, *((licence.value,) if licence else ())),
        *names_in_all((members, *former)),
    )
    near = {nearest_likeness(name, known) for name in (owner.value, *names_in(owner))}
    if "same" in near:
        return None
    if "confusable" in near:
        message = f"{what}“{cut(owner.value)}”与申报单位仅一个形近字不同，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    message = f"{what}为“{cut(owner.value)}”，不含申报单位“{cut(unit.value)}”"
    return Disagreement(severity="B", message=message)
