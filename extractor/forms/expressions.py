"""Formulas over the cells of a sheet: ``r2+r36*0.8+r38`` · ``max(0,r24-r25)`` · ``sum(r22.*)``.

Cells go by row number after an ``r``, or by the name of their line: ``营业利润+营业外收入``.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

_ROW = re.compile(r"(?<![a-zA-Z_])r(L?\d+(?:\.\d+)?)(?!\w|\.\*)")
_NAME = re.compile(r"[一-龥]+")
_SUB_ROWS = re.compile(r"sum\(r(\d+)\.\*\)")
_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Decimal]] = {"max": max, "min": min}


@dataclass(frozen=True)
class Expression:
    """A formula as the form data write it."""

    text: str

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The row numbers and names it reads, in order; sub-rows (22.*) are not among them."""
        return tuple(
            dict.fromkeys(_NAME.findall(_ROW.sub("", self.text)) + _ROW.findall(self.text))
        )

    @cached_property
    def parents(self) -> tuple[str, ...]:
        """The rows whose sub-rows it adds up."""
        return tuple(dict.fromkeys(_SUB_ROWS.findall(self.text)))

    def reads(self, cells: Mapping[str, Decimal | None]) -> tuple[str, ...]:
        """The row numbers it reads on this sheet, with the sub-rows that the sheet has."""
        subs = [row for row in cells if "." in row and row.split(".")[0] in self.parents]
        return (*self.rows, *subs)

    def value(self, cells: Mapping[str, Decimal | None]) -> Decimal | None:
        """The result, or None where a row it needs is not among the cells or was not read."""
        read = self.reads(cells)
        if any(cells.get(row) is None for row in read):
            return None
        if any(not self._sub_rows(parent, cells) for parent in self.parents):
            return None
        return _evaluated(
            self._tree, {row: cell for row, cell in cells.items() if cell is not None}
        )

    def renumbered(self, numbers: Mapping[str, str]) -> Expression | None:
        """The same formula in another edition's numbers; None where a row has no equal there."""
        if any(row not in numbers for row in (*self.rows, *self.parents)):
            return None
        rows = _ROW.sub(lambda found: f"r{numbers[found[1]]}", self.text)
        return Expression(_SUB_ROWS.sub(lambda found: f"sum(r{numbers[found[1]]}.*)", rows))

    @cached_property
    def _tree(self) -> ast.expr:
        named = _SUB_ROWS.sub(lambda found: f"subs('{found[1]}')", self.text)
        return ast.parse(_ROW.sub(lambda found: f"row('{found[1]}')", named), mode="eval").body

    @staticmethod
    def _sub_rows(parent: str, cells: Mapping[str, Decimal | None]) -> list[str]:
        return [row for row in cells if row.startswith(f"{parent}.")]


def _evaluated(node: ast.expr, cells: Mapping[str, Decimal]) -> Decimal:
    """The value of a syntax tree of the four operations, max, min and rows; nothing else runs."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.Name(id=name):
            return cells[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluated(operand, cells)
        case ast.BinOp(left=left, op=operation, right=right):
            return _OPERATIONS[type(operation)](_evaluated(left, cells), _evaluated(right, cells))
        case ast.Call(func=ast.Name(id="row"), args=[ast.Constant(value=str() as row)]):
            return cells[row]
        case ast.Call(func=ast.Name(id="subs"), args=[ast.Constant(value=str() as parent)]):
            subs = (cell for row, cell in cells.items() if row.startswith(f"{parent}."))
            return sum(subs, Decimal(0))
        case ast.Call(func=ast.Name(id=("max" | "min") as name), args=arguments):
            return _FUNCTIONS[name](*(_evaluated(each, cells) for each in arguments))
    raise ValueError(f"not a formula of a form: {ast.dump(node)}")
