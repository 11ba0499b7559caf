"""What the cell 联合体成员单位 says, for the rules on consortia."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.rules.naming import names_in, nearest_likeness
from extractor.values.texts import compact
from models.extraction import Field, Text
from models.finding import Disagreement, Severity

MEMBERS = "application_form.consortium_members"


def members_besides(stated: Mapping[str, Field], lead: Text | None) -> tuple[str, ...]:
    """The members other than the applicant itself, though its name be misread by a look-alike."""
    own = (lead.value,) if lead else ()
    field = stated["consortium_members"]
    return tuple(
        name for name in names_in(field.value) if nearest_likeness(name, own) == "different"
    )


def words_of_cell(stated: Mapping[str, Field]) -> str:
    """All that the cell says, half-width and without spaces."""
    return compact(stated["consortium_members"].text)


def no_consortium(severity: Severity) -> Disagreement:
    """What is said where the applicant stands alone."""
    return Disagreement(
        severity=severity, message="未以联合体形式申报", values=(MEMBERS,), outcome="not_applicable"
    )
