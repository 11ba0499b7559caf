"""Credit records, the model's description, commitment and seals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from samples import identifiers
from samples.case import Case
from samples.papers import Penalty
from samples.plantings.kind import (
    ABSENT,
    DOUBTFUL,
    FAILED,
    Apply,
    Planting,
    another_name,
    in_form,
)


def penalty(random: Random, first: date, last: date) -> Penalty:
    """A small fine decided between both days."""
    day = identifiers.day_between(random, first, last)
    return Penalty(
        number=f"武市监处罚〔{day.year}〕{random.randint(10, 400)}号",
        kind="罚款",
        decided_on=day,
        content=f"罚款{random.choice((2000, 5000, 10000))}元",
        fine=random.choice(("0.2", "0.5", "1")),
        facts="未按规定公示年度报告",
        authority="武汉市市场监督管理局",
    )


def _dishonest(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, dishonest=1))


def _debtor(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, judgment_debtor=random.randint(1, 3)))


def _fined(case: Case, random: Random) -> Case:
    fine = penalty(random, date(2023, 2, 1), date(2025, 12, 1))
    return replace(case, credit=replace(case.credit, penalties=(fine,)))


def _listed(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, abnormal=1))


def _parameters_slip(case: Case, random: Random) -> Case | None:
    """The 7 of a 7B model in a cell that asks for 亿."""
    count = case.application.parameter_count
    return in_form(case, parameter_count=count / 10) if count >= 70 else None


def _report_parameters(case: Case, random: Random) -> Case:
    count = case.application.parameter_count * random.choice((2, 3))
    report = replace(
        case.rd_report,
        parameter_text=f"{count.normalize():f}亿",
        parameter_count=count * Decimal(100_000_000),
    )
    return replace(case, rd_report=report)


def _ends_before_start(case: Case, random: Random) -> Case:
    start = date(2025, 6, 1)
    return in_form(case, rd_period_start=start, rd_period_end=date(2024, 11, 30))


def _left_out(kind: str, role: str) -> Apply:
    return lambda case, random: replace(case, left_out=case.left_out | {(kind, role)})


def _signed_early(case: Case, random: Random) -> Case:
    day = identifiers.day_between(random, date(2025, 9, 1), date(2026, 2, 20))
    return replace(case, commitment=replace(case.commitment, signed_on=day))


def _seal_of_another(case: Case, random: Random) -> Case:
    face = case.seals["applicant"]
    other = replace(face, text=another_name(face.text))
    return replace(case, seals={**case.seals, "applicant": other})


def _contract_seal(case: Case, random: Random) -> Case:
    centre = random.choice(("合同专用章", "财务专用章"))
    face = replace(case.seals["applicant"], centre=centre, serial="")
    return replace(case, seals={**case.seals, "applicant": face})


PLANTINGS: tuple[Planting, ...] = (
    Planting("dishonest", _dishonest, (("CRE-01", FAILED),)),
    Planting("judgment_debtor", _debtor, (("CRE-02", FAILED),)),
    Planting("fined", _fined, (("CRE-03", (*DOUBTFUL, *FAILED)),)),
    Planting("listed_as_abnormal", _listed, (("CRE-04", DOUBTFUL),)),
    Planting("parameters_slip", _parameters_slip, (("MOD-01", FAILED),), ("MOD-02", "MOD-04")),
    Planting("report_parameters_differ", _report_parameters, (("MOD-02", DOUBTFUL),), ("MOD-01",)),
    Planting(
        "development_ends_before_it_starts",
        _ends_before_start,
        (("MOD-06", FAILED),),
        ("SPA-15", "MOD-07"),
    ),
    Planting("commitment_unsigned", _left_out("commitment", "signature"), (("COM-02", ABSENT),)),
    Planting(
        "commitment_unsealed",
        _left_out("commitment", "applicant"),
        (("COM-04", ABSENT),),
        ("ID-10",),
    ),
    Planting("commitment_of_last_year", _signed_early, (("COM-05", FAILED),)),
    Planting(
        "seal_of_another",
        _seal_of_another,
        (("SEAL-04", FAILED),),
        ("ID-10", "COM-04", "SEAL-01", "SEAL-03", "AUD-10"),
    ),
    Planting(
        "contract_seal_instead",
        _contract_seal,
        (("SEAL-04", DOUBTFUL),),
        ("COM-04", "SEAL-01", "SEAL-03", "AUD-10"),
    ),
)
