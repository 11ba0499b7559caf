"""Whether every member of a consortium encloses a paper of its own."""

from collections.abc import Callable, Mapping

from extractor.rules.consortium_wording import MEMBERS, members_besides, no_consortium
from extractor.rules.naming import is_one_of
from extractor.rules.rule import holds
from extractor.values import names
from models.extraction import Field, Text
from models.finding import Disagreement

Check = Callable[[Mapping[str, Field], Text | None, tuple[Text | None, ...] | None], Disagreement]


def each_encloses(papers: str, called: str) -> Check:
    """A check that is missing for each member that none of the papers names.

    ``papers`` is the path of the names on them, ``called`` what a reviewer calls them.
    """

    def check(
        stated: Mapping[str, Field], lead: Text | None, owners: tuple[Text | None, ...] | None
    ) -> Disagreement:
        members = members_besides(stated, lead)
        if not members:
            return no_consortium("B")
        named = [owner.value for owner in owners or () if owner is not None]
        without = [member for member in members if not is_one_of(member, named)]
        if not without:
            return holds("B", f"联合体各成员均附{called}", MEMBERS, papers)
        listed = "、".join(f"“{member}”" for member in without)
        # One look-alike, or a paper whose name was not read, may be the member's.
        open_still = None in (owners or ()) or all(
            any(names.compare(member, name) == "confusable" for name in named) for member in without
        )
        return Disagreement(
            severity="B",
            message=f"未见联合体成员{listed}的{called}",
            values=(MEMBERS, papers),
            outcome="unreadable" if open_still else "missing",
        )

    return check
