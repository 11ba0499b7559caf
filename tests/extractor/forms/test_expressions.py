"""Formulas over the cells of a sheet."""

from decimal import Decimal

import pytest

from extractor.forms.expressions import Expression

CELLS = {"2": Decimal(100), "36": Decimal(50), "38": Decimal("7.5"), "L1": Decimal(3)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("r2+r36*0.8+r38", "147.5"),
        ("max(0,r36-r2)", "0"),
        ("max(0,-(r36-r2))", "50"),
        ("min(r2,(r36+r38)*0.1/0.5)", "11.5"),
        ("r2-rL1", "97"),
    ],
)
def test_a_formula_is_worked_out_exactly(text: str, value: str) -> None:
    assert Expression(text).value(CELLS) == Decimal(value)


def test_row_22_is_not_taken_for_row_2() -> None:
    assert Expression("r2+r22").rows == ("2", "22")


def test_a_formula_with_a_cell_that_was_not_read_has_no_value() -> None:
    assert Expression("r2+r36").value({"2": Decimal(1), "36": None}) is None
    assert Expression("r2+r36").value({"2": Decimal(1)}) is None


def test_the_sum_of_sub_rows_takes_as_many_as_the_sheet_has() -> None:
    sub_rows = Expression("sum(r22.*)")
    cells = {"22.1": Decimal(1), "22.2": Decimal(2), "22.3": Decimal(4), "23.1": Decimal(8)}
    assert sub_rows.value(cells) == 7
    assert sub_rows.reads(cells) == ("22.1", "22.2", "22.3")
    assert sub_rows.value({"22.1": Decimal(1), "22.2": None}) is None
    assert sub_rows.value({"23": Decimal(1)}) is None


def test_lines_without_numbers_go_by_their_names() -> None:
    cells = {"利润总额": Decimal(9), "所得税费用": Decimal(2)}
    assert Expression("利润总额-所得税费用").value(cells) == 7


def test_renumbering_changes_every_row_at_once() -> None:
    renumbered = Expression("r3+r36*0.8+sum(r22.*)").renumbered({"3": "36", "36": "3", "22": "17"})
    assert renumbered == Expression("r36+r3*0.8+sum(r17.*)")
    assert Expression("r3+r4").renumbered({"3": "1"}) is None


@pytest.mark.parametrize("text", ["__import__('os')", "r2**2", "r2.real", "[r2]", "'a'+r2"])
def test_only_sums_products_and_limits_are_worked_out(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        Expression(text).value(CELLS)
