"""What must hold between the cells of a sheet, and how far a sheet is from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.forms.expressions import Expression

CENT = Decimal("0.01")
Cells = Mapping[str, Decimal | None]
"""Row number or line name → amount in 元, a rate as a fraction; None for a cell not read."""


@dataclass(frozen=True)
class Identity:
    """One total and the formula it must equal."""

    name: str
    """Its id in the form data: S2, R15."""
    total: str
    expression: Expression
    tolerance: Decimal = Decimal("0.005")
    """The largest difference in 元 that rounding explains."""
    binding: bool = True
    """Whether a sheet that breaks it is wrong; False where the form does not print it."""
    not_in_years: tuple[int, ...] = ()
    """Fiscal years in which another formula applies."""
    shown: str | None = None
    """The formula in words, where row numbers would not be understood."""

    @property
    def formula(self) -> str:
        """The identity as a reviewer reads it: 第 2 行 = 3+7+16+19+23+34."""
        if self.shown is not None:
            return self.shown
        plain = self.expression.text.replace("max(0,", "(").replace("*", "×").replace("sum", "")
        return f"第 {self.total} 行 = {plain.replace('r', '')}"

    def members(self, cells: Cells) -> tuple[str, ...]:
        """The total and every cell of this sheet that the formula reads."""
        return (self.total, *self.expression.reads(cells))

    def difference(self, cells: Cells) -> Decimal | None:
        """Total minus formula; None where a cell is missing."""
        total, expected = cells.get(self.total), self.expression.value(cells)
        return None if total is None or expected is None else total - expected

    def holds(self, cells: Cells) -> bool | None:
        """Whether total and formula agree; None where a cell is missing."""
        difference = self.difference(cells)
        return None if difference is None else abs(difference) <= self.tolerance

    def renumbered(self, numbers: Mapping[str, str]) -> Identity | None:
        """The same identity in another edition's numbers; None where a row has no equal there."""
        expression = self.expression.renumbered(numbers)
        if expression is None or self.total not in numbers:
            return None
        return replace(self, total=numbers[self.total], expression=expression)


@dataclass(frozen=True)
class Limit:
    """The most that a row may state."""

    name: str
    row: str
    expression: Expression
    first_year: int
    """The first fiscal year in which the law sets it over the whole sheet."""
    source: str
    """The law that sets it."""
    last_year: int | None = None

    def excess(self, cells: Cells) -> Decimal | None:
        """By how much the row passes the limit (negative below it); None where a cell is missing."""
        stated, most = cells.get(self.row), self.expression.value(cells)
        return None if stated is None or most is None else stated - most.quantize(CENT)
