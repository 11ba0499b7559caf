"""R&D reports of which one was written from the other (DUP-04)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.duplicates.compared import Compared
from extractor.duplicates.likeness import alike
from extractor.duplicates.units import allied, grouped
from extractor.rules.model_names import core
from models.duplicate import Duplicate


def same_texts(compared: Compared) -> Iterator[Duplicate]:
    """Reports that share most of their wording, except a unit's second copy of one submission."""
    models = [None if each.model is None else core(each.model) for each in compared.prints]
    shares = {
        (one, other): share
        for one, other, share in alike([each.text for each in compared.prints])
        if not (compared.one_unit((one, other)) and _one_model(models[one], models[other]))
        and not allied(compared.prints[one], compared.prints[other])
    }
    for group in grouped(len(compared.names), shares):
        if len(group) < 2:
            continue
        most = max(share for (one, _), share in shares.items() if one in group)
        words = [compared.unit(place) for place in group]
        message = f"研发情况报告文字高度相似（最高约 {most:.0%}）：{compared.listed(group, words)}"
        yield compared.duplicate("DUP-04", message, group)


def _one_model(first: str | None, second: str | None) -> bool:
    """Whether a unit's two copies are of one submission; without a name nothing tells them apart."""
    return first is None or second is None or first == second
