"""What must hold between cells."""

from decimal import Decimal

from extractor.forms.expressions import Expression
from extractor.forms.identity import Identity

FORTY = Identity("S40", "40", Expression("r2+r36*0.8+r38"), tolerance=Decimal("0.01"))


def cells(**values: str) -> dict[str, Decimal | None]:
    return {number.removeprefix("r"): Decimal(value) for number, value in values.items()}


def test_a_third_decimal_of_the_80_percent_is_rounding() -> None:
    assert FORTY.holds(cells(r2="0", r36="0.06", r38="0", r40="0.05"))
    assert FORTY.holds(cells(r2="0", r36="0.06", r38="0", r40="0.07")) is False


def test_nothing_is_said_where_a_cell_is_missing() -> None:
    assert FORTY.holds(cells(r2="0", r36="1", r40="1")) is None
    assert FORTY.difference({"2": Decimal(1), "36": None, "38": Decimal(0)}) is None


def test_the_formula_is_shown_as_the_form_prints_it() -> None:
    assert FORTY.formula == "第 40 行 = 2+36×0.8+38"


def test_renumbering_needs_every_row() -> None:
    numbers = {"40": "41", "2": "3", "36": "37", "38": "39"}
    renumbered = FORTY.renumbered(numbers)
    assert renumbered is not None
    assert renumbered.members({}) == ("41", "3", "37", "39")
    assert FORTY.renumbered({"40": "41"}) is None
