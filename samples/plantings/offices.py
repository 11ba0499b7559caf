"""What the recommending office says of the applicant, where that lies in the bundle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from samples.case import Case, Sheet
from samples.offices import OfficePaper, letter, opinion
from samples.plantings.conduct import penalty
from samples.plantings.kind import ABSENT, DOUBTFUL, FAILED, Apply, Planting, another_name

_SPOT = ("office_paper", "recommender")


def _with(case: Case, paper: OfficePaper) -> Case:
    bundle = (*case.bundle, Sheet("office_paper"))
    return replace(case, bundle=bundle, office_paper=paper)


def _own_opinion(case: Case, random: Random) -> Case:
    """The office found nothing, and neither does anybody else."""
    form = case.application
    return _with(case, opinion(form.unit_name, form.recommending_unit, form.declared_on))


def _denies(case: Case, random: Random) -> Case:
    """The office found nothing where the credit report lists a fine."""
    fine = penalty(random, date(2023, 2, 1), date(2025, 12, 1))
    case = replace(case, credit=replace(case.credit, penalties=(fine,)))
    return _own_opinion(case, random)


def _of_another(case: Case, random: Random) -> Case:
    form = case.application
    other = another_name(form.unit_name)
    return _with(case, opinion(other, form.recommending_unit, form.declared_on))


def _letter(case: Case, random: Random) -> Case:
    form = case.application
    return _with(case, letter(form.unit_name, form.recommending_unit, form.declared_on))


def _unsealed(paper: Apply) -> Apply:
    def apply(case: Case, random: Random) -> Case | None:
        changed = paper(case, random)
        return changed and replace(changed, left_out=changed.left_out | {_SPOT})

    return apply


PLANTINGS: tuple[Planting, ...] = (
    Planting("opinion_denies_a_fine", _denies, (("CRE-09", FAILED),), ("CRE-03",)),
    Planting("opinion_unsealed", _unsealed(_own_opinion), (("CRE-08", ABSENT),)),
    Planting("opinion_on_another_unit", _of_another, (("CRE-08", DOUBTFUL),)),
    Planting("letter_unsealed", _unsealed(_letter), (("SUB-06", ABSENT),), ("CRE-08", "CRE-09")),
    Planting("lawful_opinion_enclosed", _own_opinion),
    Planting("lawful_letter_enclosed", _letter, (), ("CRE-08",)),
)
