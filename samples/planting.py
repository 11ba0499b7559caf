"""Plants one inconsistency, or a lawful look-alike, and says which rules must and must not fire."""

from __future__ import annotations

from random import Random

from samples.case import Case
from samples.truth import Expected


def planted(case: Case, random: Random) -> tuple[Case, Expected]:
    """The case as it is, or with something planted."""
    return case, Expected()
