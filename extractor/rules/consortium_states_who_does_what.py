"""联合体明确各成员职责分工.

The notice wants the work of each member; whether it is divided well is for people to judge.
"""

import re
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

TASK = re.compile(
    "负责|承担|分工|职责|牵头.{0,6}(?:研发|开发|实施)|参与.{0,10}(?:研发|开发|建设|训练|应用)|提供"
)


def check(stated: Mapping[str, Field], lead: Text | None) -> Disagreement:
    """Missing where the cell lists units and says of none what it does."""
    if not members_besides(stated, lead):
        return no_consortium("B")
    if TASK.search(words_of_cell(stated)):
        return holds("B", "联合体已说明职责分工", MEMBERS)
    return Disagreement(
        severity="B", message="联合体未说明各成员职责分工", values=(MEMBERS,), outcome="missing"
    )


RULE = Rule(
    code="CON-03",
    title="联合体明确各成员职责分工",
    source=notice("Q2"),
    severity="B",
    reads=("application_form.consortium_members*",),
    reads_if_present=("application_form.unit_name",),
    check=check,
)
