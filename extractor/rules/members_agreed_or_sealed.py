"""联合体有协议或各成员盖章.

That units apply together is shown by an agreement of theirs, or by each of their seals on what they declare.
"""

import re
from collections.abc import Mapping

from extractor.rules.citing import practice
from extractor.rules.consortium_wording import MEMBERS, members_besides, no_consortium
from extractor.rules.rule import Rule, Seals, holds
from extractor.rules.sealing import bears_own
from extractor.rules.wording import cut
from extractor.values.texts import compact
from models.extraction import Field, PageKind, Text
from models.finding import Disagreement

AGREEMENT = re.compile(
    r".{0,40}(?:联合体|联合申报|联合研发|联合开发|联合共建|合作|共同申报)[^。;,]{0,10}(?:协议书?|合同书?)"
)
"""The heading of one, whatever stands in front: the names of the units, the model's."""

_DECLARES = ("application_form", "commitment", "contract", "other")
"""A member's seal on the copy of its own licence says nothing of applying together."""


def check(
    stated: Mapping[str, Field], seen: tuple[PageKind, ...], lead: Text | None
) -> Disagreement:
    """A question where neither an agreement nor every member's seal is there."""
    members = members_besides(stated, lead)
    if not members:
        return no_consortium("C")
    for each in seen:
        if any(AGREEMENT.fullmatch(compact(line.text)) for line in each.page.lines):
            return holds("C", f"附有联合体协议（第 {each.page.number} 页）", MEMBERS)
    own = [each.page for each in seen if each.kind in _DECLARES]
    rings = Seals(tuple(seal for page in own for seal in page.seals))
    sealed = {member: bears_own(rings, (member,)) for member in members}
    if all(sealed.values()):
        return holds("C", "联合体各成员均已盖章", MEMBERS)
    listed = "、".join(f"“{cut(member)}”" for member, own in sealed.items() if not own)
    # An unread ring may be a member's: nothing is said of what can't be told.
    if None in sealed.values():
        message = f"未见联合体协议；有印章未能辨认，未能确认{listed}是否盖章"
        return Disagreement(severity="C", message=message, values=(MEMBERS,), outcome="unreadable")
    message = f"未见联合体协议，也未见{listed}盖章"
    return Disagreement(severity="C", message=message, values=(MEMBERS,))


RULE = Rule(
    code="CON-05",
    title="联合体有协议或各成员盖章",
    source=practice("联合申报须有各成员的共同意思表示：联合体协议，或各成员在申报材料上盖章"),
    severity="C",
    reads=("application_form.consortium_members*", "submission.pages"),
    reads_if_present=("application_form.unit_name",),
    check=check,
)
