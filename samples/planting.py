"""Plants one inconsistency, or a lawful look-alike, and says which rules must and must not fire."""

from __future__ import annotations

from random import Random

from samples.case import Case
from samples.plantings import (
    accounts,
    completeness,
    conduct,
    consortia,
    described,
    figures,
    identity,
    lawful,
    offices,
    particulars,
    questions,
    returns,
)
from samples.plantings.kind import FAILED, Planting
from samples.truth import Expected

PLANTINGS: dict[str, Planting] = {
    planting.name: planting
    for module in (
        completeness,
        identity,
        figures,
        accounts,
        returns,
        conduct,
        particulars,
        described,
        questions,
        consortia,
        offices,
        lawful,
    )
    for planting in module.PLANTINGS
}

BINDING: tuple[str, ...] = (
    *(f"M-{number:02d}" for number in (*range(1, 13), 14, 15, 17, 18)),
    *("ID-01", "ID-03", "ID-04", "ID-05", "ID-06", "ID-07", "ID-08", "ID-09", "ID-10", "ID-11"),
    *("ID-12", "LIC-01", "LIC-02", "LIC-03", "LIC-07", "LIC-11", "CON-01", "CON-02", "CON-03"),
    *("FIN-01", "FIN-02", "FIN-03", "FIN-04", "FIN-07", "TAX-01", "TAX-02", "TAX-04", "TAX-05"),
    *("TAX-06", "AUD-01", "AUD-02", "AUD-03", "AUD-04", "AUD-07", "AUD-08", "AUD-09", "AUD-10"),
    *("SPA-01", "SPA-02", "SPA-03", "SPA-04", "SPA-05", "SPA-11", "RD-01", "RD-02", "RD-03"),
    *("RD-05", "CIT-01", "CIT-03", "CRE-01", "CRE-02", "MOD-01", "MOD-06", "FIL-02", "IP-01"),
    *("IP-02", "IP-04", "IP-05", "COM-01", "COM-02", "COM-04", "COM-05", "SEAL-01", "SEAL-02"),
    *("SEAL-03", "SEAL-04", "SEAL-07", "SUB-03", "SUB-04"),
)
"""The rules of severity A and B that a consistent applicant satisfies."""

CAUTIONARY: tuple[str, ...] = (
    *("CRE-03", "CRE-04", "MOD-02", "CIT-04", "SPA-08", "SPA-09", "ID-02", "M-16"),
)
"""Rules of severity C whose hit would be unjust on a consistent applicant."""


_OLD_RETURN = ("M-08", "M-09", "FIN-02", "FIN-03", "RD-05", "CIT-03", "CIT-04")
"""What a return of 2023 or before, too old for this notice, may make fire."""


def expected(case: Case, *plantings: Planting) -> Expected:
    """What the rules must and must not say about the applicant with these plantings."""
    old = case.a100000.year < 2024
    touched = set(_OLD_RETURN) if old else set()
    touched |= {rule for planting in plantings for rule in planting.may}
    must = [entry for planting in plantings for entry in planting.must]
    if old and {"a100000", "a107012"} <= {sheet.kind for sheet in case.bundle}:
        must.append(("RD-11", FAILED))
    may = touched - {rule for rule, _ in must}
    touched |= {rule for rule, _ in must}
    return Expected(
        plantings=tuple(planting.name for planting in plantings),
        must=tuple(must),
        must_not=tuple(rule for rule in (*BINDING, *CAUTIONARY) if rule not in touched),
        may=tuple(sorted(may)),
    )


def plant(case: Case, name: str, random: Random) -> tuple[Case, Expected] | None:
    """The case with the named planting; None where this applicant gives no occasion for it."""
    planting = PLANTINGS[name]
    changed = planting.apply(case, random)
    return None if changed is None else (changed, expected(changed, planting))


def planted(case: Case, random: Random) -> tuple[Case, Expected]:
    """The case as it is (one in three), or with one planting that suits it."""
    if random.random() < 1 / 3:
        return case, expected(case)
    names = list(PLANTINGS)
    random.shuffle(names)
    for name in names:
        result = plant(case, name, random)
        if result is not None:
            return result
    return case, expected(case)
