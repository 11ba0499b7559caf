"""Tax returns that break their own sums, limits or links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from samples.books import ZERO, down
from samples.case import Case
from samples.money import fen
from samples.papers import TaxReturn
from samples.plantings.kind import DOUBTFUL, FAILED, Planting, shifted


def _research(case: Case, rows: Mapping[str, Decimal]) -> Case:
    return replace(case, a107012=replace(case.a107012, rows={**case.a107012.rows, **rows}))


def _main(case: Case, rows: Mapping[str, Decimal]) -> Case:
    return replace(case, a100000=replace(case.a100000, rows={**case.a100000.rows, **rows}))


def _sum(case: Case, random: Random) -> Case:
    row = random.choice(("3", "7", "40", "47"))
    return _research(case, {row: shifted(case.a107012.rows[row], random)})


def _above_limit(case: Case, random: Random) -> Case:
    """Row 34 above its cap; what it gains, wages lose, so every sum still holds."""
    rows = case.a107012.rows
    five = sum((rows[row] for row in ("3", "7", "16", "19", "23")), ZERO)
    gain = down(five / 9 - rows["34"]) + fen(five / 40)
    other = max(rows["28"], rows["34"] + gain)
    return _research(
        case,
        {
            "4": rows["4"] - gain,
            "3": rows["3"] - gain,
            "34": rows["34"] + gain,
            "28": other,
            "33": rows["33"] + other - rows["28"],
        },
    )


def _overseas_above_limit(case: Case, random: Random) -> Case:
    """Overseas research counted in full and not at 80 %; wages give way."""
    rows = case.a107012.rows
    paid = fen(rows["40"] / 12)
    counted = paid - rows["38"]
    return _research(
        case,
        {
            "37": paid,
            "38": paid,
            "35": rows["36"] + paid + rows["39"],
            "4": rows["4"] - counted,
            "3": rows["3"] - counted,
            "2": rows["2"] - counted,
        },
    )


def _relief_not_carried(case: Case, random: Random) -> Case | None:
    """The main form deducts less than A107012 gives; its own sums hold."""
    if case.a100000.edition != "2025":
        return None
    rows = dict(case.a100000.rows)
    less = fen(rows["22.1"] * Decimal(str(random.uniform(0.3, 0.7))))
    rows["22"] += less - rows["22.1"]
    rows["22.1"] = less
    return _main(case, recomputed(rows))


def recomputed(rows: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """A100000 of 2025 with every row after 22 worked out again; a 15 % relief is kept to."""
    new = dict(rows)
    new["24"] = new["18"] - new["19"] + new["20"] - new["21"] - new["22"] + new["23"]
    new["26"] = min(new["26"], max(ZERO, new["24"]))
    new["28"] = max(ZERO, new["24"] - new["25"] - new["26"] - new["27"])
    new["30"] = fen(new["28"] * Decimal("0.25"))
    if "31.1" in new:
        new["31"] = new["31.1"] = fen(new["28"] * Decimal("0.10"))
    new["33"] = new["30"] - new["31"] - new["32"]
    new["36"] = new["33"] + new["34"] - new["35"]
    new["38"] = new["36"] - new["37"]
    new["45"] = new["38"] - new["42"] - new["43"] - new["44"]
    return new


def _profit(sheet: TaxReturn) -> str:
    return "18" if sheet.edition == "2025" else "13"


def _main_sum(case: Case, random: Random) -> Case:
    row = _profit(case.a100000)
    return _main(case, {row: shifted(abs(case.a100000.rows[row]), random)})


def _revenue(case: Case, random: Random) -> Case | None:
    """Revenue and cost both higher in the return than in the audited statement."""
    if case.a100000.year < 2024:
        return None
    rows = case.a100000.rows
    higher = shifted(rows["1"], random)
    return _main(case, {"1": higher, "2": rows["2"] + higher - rows["1"]})


def _years(case: Case, random: Random) -> Case | None:
    if case.a107012.edition != "2025" or case.a107012.year != 2025:
        return None
    return replace(case, a107012=replace(case.a107012, year=2024))


def _rd_line(case: Case, random: Random) -> Case | None:
    """R&D of the return moved in part to 管理费用."""
    if case.a100000.edition != "2025":
        return None
    rows = case.a100000.rows
    moved = fen(rows["6"] * Decimal(str(random.uniform(0.1, 0.3))))
    return _main(case, {"5": rows["5"] + moved, "6": rows["6"] - moved})


PLANTINGS: tuple[Planting, ...] = (
    Planting(
        "a107012_does_not_add_up",
        _sum,
        (("RD-01", FAILED),),
        ("RD-02", "RD-03", "RD-06", "RD-07", "SPA-08", "SPA-09"),
    ),
    Planting("other_costs_above_limit", _above_limit, (("RD-02", FAILED),)),
    Planting(
        "overseas_above_limit", _overseas_above_limit, (("RD-03", FAILED),), ("RD-02", "RD-10")
    ),
    Planting("relief_not_carried_over", _relief_not_carried, (("RD-05", FAILED),)),
    Planting("a100000_does_not_add_up", _main_sum, (("CIT-01", FAILED),), ("FIN-15",)),
    Planting("return_revenue_differs", _revenue, (("FIN-03", FAILED),), ("FIN-02",)),
    Planting(
        "returns_of_two_years",
        _years,
        (("CIT-03", FAILED),),
        ("RD-05", "RD-06", "RD-07", "RD-11", "SPA-08", "SPA-09"),
    ),
    Planting("return_rd_line_differs", _rd_line, (("CIT-04", DOUBTFUL),)),
)
