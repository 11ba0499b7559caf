"""联合体明确牵头单位.

The notice wants to know who answers for the whole; a bare list of names does not say it.
"""

from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.consortium_wording import (
    MEMBERS,
    members_besides,
    no_consortium,
    words_of_cell,
)
from extractor.rules.rule import Rule, holds
from models.extraction import Field, Text
from models.finding import Disagreement


def check(stated: Mapping[str, Field], lead: Text | None) -> Disagreement:
    """Missing where the cell lists units and calls none of them the lead."""
    if not members_besides(stated, lead):
        return no_consortium("B")
    if any(word in words_of_cell(stated) for word in ("牵头", "主申报", "主持单位", "主导单位")):
        return holds("B", "联合体已明确牵头单位", MEMBERS)
    return Disagreement(
        severity="B", message="联合体未明确牵头单位", values=(MEMBERS,), outcome="missing"
    )


RULE = Rule(
    code="CON-02",
    title="联合体明确牵头单位",
    source=notice("Q2"),
    severity="B",
    reads=("application_form.consortium_members*",),
    reads_if_present=("application_form.unit_name",),
    check=check,
)
