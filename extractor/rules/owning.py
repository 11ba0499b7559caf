"""Whether the owners of a right include the applicant."""

from extractor.rules.naming import is_one_of, names_in, names_in_all
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
    """None where one of the owners is the applicant, by any name it had, or a member."""
    known = (
        *(unit.value, *((licence.value,) if licence else ())),
        *names_in_all((members, *former)),
    )
    if any(is_one_of(name, known) for name in (owner.value, *names_in(owner))):
        return None
    message = f"{what}为“{cut(owner.value)}”，不含申报单位“{cut(unit.value)}”"
    return Disagreement(severity="B", message=message)
