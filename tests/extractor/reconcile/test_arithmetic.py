"""Which cell was misread, and which the sums prove."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.forms.expressions import Expression
from extractor.forms.form import load_form
from extractor.forms.identity import Identity
from extractor.reconcile.arithmetic import broken, one_misreading, proved, suspects

FORM = load_form("A107012")
IDENTITIES = FORM.identities(FORM.reference, 2025)
LEAVES = [
    *(4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20, 21, 22, 24, 25, 26, 27),
    *(29, 30, 31, 32, 33, 36, 37, 39, 43, 44),
]
TOTALS = ["3", "7", "16", "19", "23", "28", "2", "35", "40", "45", "47", "51", "52"]


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Decimal | None]:
    """A filled A107012 whose every sum holds."""
    amounts = st.integers(min_value=0, max_value=10**9).map(lambda cents: Decimal(cents) / 100)
    cells: dict[str, Decimal | None] = {str(row): draw(amounts) for row in LEAVES}
    cells |= {"38": Decimal(0), "46": Decimal(0), "48": Decimal(0), "49": Decimal(0)}
    cells["50"] = draw(st.sampled_from([Decimal("0.75"), Decimal(1), Decimal("1.2")]))
    by_name = {each.name: each for each in IDENTITIES}
    for total in TOTALS:
        if total == "2":
            cells["34"] = cells["28"]
        expected = by_name[f"S{total}"].expression.value(cells)
        if total == "45":
            cells["41"], cells["42"] = cells["40"], Decimal(0)
            expected = by_name["S45"].expression.value(cells)
        assert expected is not None
        cells[total] = expected.quantize(Decimal("0.01"))
    return cells


def misread(value: Decimal, place: int, digit: str) -> Decimal:
    """The amount with another digit at one place."""
    written = f"{value:.2f}"
    places = [i for i, character in enumerate(written) if character.isdigit()]
    at = places[place % len(places)]
    return Decimal(written[:at] + digit + written[at + 1 :])


@given(sheets())
def test_a_sheet_that_adds_up_has_no_suspects(cells: dict[str, Decimal | None]) -> None:
    assert broken(IDENTITIES, cells) == ()
    assert suspects(IDENTITIES, cells) == ()


@given(
    sheets(),
    st.sampled_from(["4", "8", "17", "20", "24", "29", *TOTALS[:11]]),
    st.integers(0, 20),
    st.sampled_from("0123456789"),
)
def test_a_misread_digit_is_always_among_the_suspects_and_never_proved(
    cells: dict[str, Decimal | None], cell: str, place: int, digit: str
) -> None:
    right = cells[cell]
    assert right is not None
    read = misread(right, place, digit)
    assume(len(f"{read:.2f}") == len(f"{right:.2f}") and (read >= 1 or right < 1))
    # A cent of the 80% lies within the rounding that the form allows.
    assume(abs(read - right) > Decimal("0.02"))
    seen = {**cells, cell: read}
    found = {each.cell: each.fits for each in suspects(IDENTITIES, seen)}
    assert cell in found
    assert abs(found[cell] - right) <= Decimal("0.02")
    assert cell not in proved(IDENTITIES, seen, trusted=())


@given(sheets(), st.sampled_from(["3", "7", "16", "19", "23", "2", "40", "45", "47"]))
def test_a_misread_subtotal_is_the_only_suspect(
    cells: dict[str, Decimal | None], cell: str
) -> None:
    right = cells[cell]
    assert right is not None
    assume(right >= 10)
    read = misread(right, 0, "9" if f"{right:.2f}"[0] != "9" else "4")
    found = suspects(IDENTITIES, {**cells, cell: read})
    assert [each.cell for each in found] == [cell]


def test_a_cell_that_was_not_read_by_ocr_is_no_suspect() -> None:
    identity = Identity("T", "1", Expression("r2+r3"))
    cells = {"1": Decimal(40), "2": Decimal(10), "3": Decimal(20)}
    assert [each.cell for each in suspects([identity], cells)] == ["1", "2", "3"]
    assert [each.cell for each in suspects([identity], cells, exact={"1", "2"})] == ["3"]


def test_a_paper_that_is_wrong_by_more_than_one_digit_has_no_suspects() -> None:
    identity = Identity("T", "1", Expression("r2+r3"))
    cells = {"1": Decimal("8642.19"), "2": Decimal("1000.00"), "3": Decimal("2345.67")}
    assert broken([identity], cells) == (identity,)
    assert suspects([identity], cells) == ()


def test_an_empty_cell_may_hide_any_amount_but_not_a_negative_one() -> None:
    identity = Identity("T", "1", Expression("r2+r3"))
    more = {"1": Decimal("8642.19"), "2": Decimal("1000.00"), "3": Decimal(0)}
    found = suspects([identity], more, unseen={"3"})
    assert [(each.cell, each.fits) for each in found] == [("3", Decimal("7642.19"))]
    less = {"1": Decimal("642.19"), "2": Decimal("1000.00"), "3": Decimal(0)}
    assert suspects([identity], less, unseen={"3"}) == ()


def test_an_identity_that_does_not_bind_accuses_nobody_but_may_prove() -> None:
    free = Identity("F", "1", Expression("r2+r3"), binding=False)
    wrong = {"1": Decimal(31), "2": Decimal(10), "3": Decimal(20)}
    assert suspects([free], wrong) == ()
    right = {"1": Decimal(30), "2": Decimal(10), "3": Decimal(20)}
    assert proved([free], right, trusted=()) == {"1", "2", "3"}


def test_two_equal_amounts_prove_nothing_unless_one_is_trusted() -> None:
    identity = Identity("T", "1", Expression("r2+r3"))
    cells = {"1": Decimal(500), "2": Decimal(500), "3": Decimal(0)}
    assert proved([identity], cells, trusted=()) == set()
    assert proved([identity], cells, trusted={"1"}) == set()
    assert proved([identity], cells, trusted={"1", "2"}) == {"1", "2", "3"}


def test_zeros_prove_each_other_only_from_one_that_is_trusted() -> None:
    identity = Identity("T", "1", Expression("r2+r3"))
    zeros = {"1": Decimal(0), "2": Decimal(0), "3": Decimal(0)}
    assert proved([identity], zeros, trusted=()) == set()
    assert proved([identity], zeros, trusted={"1"}) == {"1", "2", "3"}


def test_below_a_floor_of_zero_nothing_is_proved() -> None:
    floor = Identity("T", "1", Expression("max(0,r2-r3)"))
    loss = {"1": Decimal(0), "2": Decimal(-700), "3": Decimal(35)}
    assert proved([floor], loss, trusted={"2", "3"}) <= {"1"}


@pytest.mark.parametrize(
    ("read", "fits"),
    [
        ("1234.00", "1284.00"),
        ("1234.00", "11234.00"),
        ("1234.00", "134.00"),
        ("1234.00", "-1234.00"),
        ("123456", "1234.56"),
        ("0.10", "1.00"),
    ],
)
def test_one_misreading_changes_a_digit_a_sign_or_the_point(read: str, fits: str) -> None:
    assert one_misreading(Decimal(read), Decimal(fits))
    assert one_misreading(Decimal(fits), Decimal(read))


@pytest.mark.parametrize(("read", "fits"), [("1234.00", "1321.00"), ("1234.00", "-1235.00")])
def test_two_changes_are_no_misreading(read: str, fits: str) -> None:
    assert not one_misreading(Decimal(read), Decimal(fits))
