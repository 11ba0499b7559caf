"""信用核查覆盖联合体各成员.

The check covers every applying unit, not the lead alone.
"""

from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.consortium_wording import MEMBERS, members_besides, no_consortium
from extractor.rules.naming import is_one_of
from extractor.rules.rule import Rule, holds
from extractor.values import names
from models.extraction import Field, Text
from models.finding import Disagreement

PAPERS = "credit_report[*].name"


def check(
    stated: Mapping[str, Field], lead: Text | None, owners: tuple[Text | None, ...] | None
) -> Disagreement:
    """Missing for each member that none of the papers names."""
    members = members_besides(stated, lead)
    if not members:
        return no_consortium("B")
    named = [owner.value for owner in owners or () if owner is not None]
    without = [member for member in members if not is_one_of(member, named)]
    if not without:
        return holds("B", "联合体各成员均附信用报告", MEMBERS, PAPERS)
    listed = "、".join(f"“{member}”" for member in without)
    # One look-alike, or a paper whose name was not read, may be the member's.
    open_still = None in (owners or ()) or all(
        any(names.compare(member, name) == "confusable" for name in named) for member in without
    )
    return Disagreement(
        severity="B",
        message=f"未见联合体成员{listed}的信用报告",
        values=(MEMBERS, PAPERS),
        outcome="unreadable" if open_still else "missing",
    )


RULE = Rule(
    code="CON-06",
    title="信用核查覆盖联合体各成员",
    source=notice("Q8"),
    severity="B",
    reads=("application_form.consortium_members*",),
    reads_if_present=("application_form.unit_name", PAPERS),
    check=check,
    agreement_confirms=True,
)
