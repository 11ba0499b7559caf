"""One inconsistency that can be planted, and what it must make the rules say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from samples.case import Case
from samples.money import fen

Apply = Callable[[Case, Random], Case | None]
"""Returns the changed case, or None where this applicant gives no occasion for it."""

FAILED = ("failed",)
DOUBTFUL = ("doubtful",)
ABSENT = ("missing", "failed")
"""For things that are not there: whether that is missing or failed is a matter of words."""


@dataclass(frozen=True)
class Planting:
    """A change of one applicant's papers.

    ``must``: rule → outcomes, one of which it has to end in. ``may``: rules that can fire as well,
    because they read the same fact. A lawful look-alike has no ``must``: nothing may fire.
    """

    name: str
    apply: Apply
    must: tuple[tuple[str, tuple[str, ...]], ...] = ()
    may: tuple[str, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether it only looks like an inconsistency."""
        return not self.must


def in_form(case: Case, **changes: Any) -> Case:
    """The case with the sealed form and the Word form changed alike."""
    return replace(
        case,
        application=replace(case.application, **changes),
        word=replace(case.word, **changes),
    )


def without(case: Case, *kinds: str) -> Case | None:
    """The case with all sheets of these kinds left out; None where it has none of them."""
    left = tuple(sheet for sheet in case.bundle if sheet.kind not in kinds)
    return replace(case, bundle=left) if left != case.bundle else None


def another_name(name: str) -> str:
    """A company name that differs in two characters, so that no misreading explains it."""
    for old, new in (("武汉", "鄂州"), ("湖北", "江西"), ("科技", "实业")):
        if old in name:
            return name.replace(old, new, 1)
    return "鄂州宏" + name[2:]


def shifted(amount: Decimal, random: Random, grain: Decimal = Decimal("0.01")) -> Decimal:
    """The amount made larger by 5–20 %, so that several of its digits differ."""
    more = amount * Decimal(str(random.uniform(0.05, 0.2)))
    changed = fen(amount + (more / grain).to_integral_value() * grain)
    # A carry may leave all but one digit as they were; then a second digit is moved as well.
    differing = sum(a != b for a, b in zip(str(amount), str(changed), strict=False))
    return changed if differing > 1 else fen(changed + 11 * grain)
