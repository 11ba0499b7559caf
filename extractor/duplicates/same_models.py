"""One model or one unit in several submissions (DUP-01, DUP-02, DUP-03, CON-09)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz, process

from extractor.duplicates.compared import Compared
from extractor.duplicates.units import grouped
from extractor.rules.model_names import core
from models.duplicate import Duplicate

_ALIKE = 90
"""Of 100, for names of different units: one character of ten."""
_SHORTEST = 6
"""Shorter names that differ in a character are different models."""
_BRAND = 2
"""What firms put before the same task: 楚聆…瑕疵识别 and 锐析…瑕疵识别 are two models."""


def same_models(compared: Compared) -> Iterator[Duplicate]:
    """What model names and applicants have in common."""
    named = [place for place, each in enumerate(compared.prints) if each.model]
    cores = {place: core(compared.prints[place].model or "") for place in named}
    yield from _of_one_unit(compared, cores)
    yield from _of_several_units(compared, cores)


def _of_one_unit(compared: Compared, cores: dict[int, str]) -> Iterator[Duplicate]:
    """The same model twice, or several models, handed in by one unit."""
    by_unit: dict[int, list[int]] = {}
    for place in cores:
        by_unit.setdefault(compared.units[place], []).append(place)
    for places in by_unit.values():
        models: dict[str, list[int]] = {}
        for place in places:
            models.setdefault(cores[place], []).append(place)
        for same in models.values():
            if len(same) > 1:
                message = (
                    f"{compared.unit(same[0])}的“{compared.prints[same[0]].model}”申报了"
                    f" {len(same)} 份；如为补正后重新提交，以最后一份为准"
                )
                yield compared.duplicate("DUP-01", message, same)
        if len(models) > 1:
            names = "、".join(
                f"“{compared.prints[each[0]].model}”" for each in list(models.values())
            )
            message = f"{compared.unit(places[0])}申报了 {len(models)} 个模型：{names}；通知未禁止，请核实"
            yield compared.duplicate("DUP-03", message, places)


def _of_several_units(compared: Compared, cores: dict[int, str]) -> Iterator[Duplicate]:
    """One model name, or nearly one, in submissions of different units."""
    places = list(cores)
    joint: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    for one, other in _near(list(cores.values())):
        pair = places[one], places[other]
        if compared.one_unit(pair):
            continue
        (joint if compared.common_members(pair) else apart).append((one, other))
    for rule, pairs in (("CON-09", joint), ("DUP-02", apart)):
        for group in grouped(len(places), pairs):
            if len(group) > 1:
                yield _shared_name(compared, rule, [places[each] for each in group])


def _shared_name(compared: Compared, rule: str, places: list[int]) -> Duplicate:
    words = [f"{compared.unit(place)}的“{compared.prints[place].model}”" for place in places]
    told = compared.listed(places, words)
    message = (
        f"联合体成员就同一模型另有申报：{told}"
        if rule == "CON-09"
        else f"不同单位的模型名称相同或相近：{told}，请核实是否同一模型"
    )
    return compared.duplicate(rule, message, places)


def _near(cores: list[str]) -> Iterator[tuple[int, int]]:
    """Every pair of places whose names are the same, or nearly so and long enough to tell."""
    if len(cores) < 2:
        return
    scores = process.cdist(cores, cores, scorer=fuzz.ratio, score_cutoff=_ALIKE, dtype=np.uint8)
    for one, other in zip(*np.nonzero(np.triu(scores, k=1)), strict=True):
        first, second = cores[int(one)], cores[int(other)]
        if first == second or (
            min(len(first), len(second)) >= _SHORTEST and first[:_BRAND] == second[:_BRAND]
        ):
            yield int(one), int(other)
