"""The published sheets."""

from decimal import Decimal

import pytest

from extractor.forms.form import Edition, Form, load_form

A107012, A100000 = load_form("A107012"), load_form("A100000")
EDITIONS = [(form, edition) for form in (A107012, A100000) for edition in form.editions]

WORKED_EXAMPLE = {
    **{"3": "1052000", "7": "381000", "16": "83000", "19": "0", "23": "65000", "28": "48000"},
    **{"34": "48000", "2": "1629000", "35": "300000", "36": "300000", "37": "0", "38": "0"},
    **{"39": "0", "40": "1869000", "41": "1274000", "42": "595000", "43": "0", "44": "0"},
    **{"45": "1274000", "46": "0", "47": "1274000", "48": "0", "49": "0", "50": "1"},
    **{"51": "1274000", "52": "0"},
}


def cells(**changed: str) -> dict[str, Decimal | None]:
    values = WORKED_EXAMPLE | {number.removeprefix("r"): value for number, value in changed.items()}
    return {number: Decimal(value) for number, value in values.items()}


@pytest.mark.parametrize(
    ("form", "name", "rows"),
    [
        (A107012, "2025", 52),
        (A107012, "2022", 57),
        (A107012, "2018-2021", 52),
        (A107012, "2017", 51),
        (A107012, "variant53", 53),
        (A100000, "2025", 49),
        (A100000, "2020-2023", 38),
        (A100000, "2017-2019", 36),
        (A100000, "2014", 38),
    ],
)
def test_every_edition_has_its_published_number_of_rows(form: Form, name: str, rows: int) -> None:
    assert len(form.edition(name).rows) == rows


@pytest.mark.parametrize(("form", "edition"), EDITIONS)
def test_numbers_and_keys_are_unique_and_formulas_name_rows_of_their_sheet(
    form: Form, edition: Edition
) -> None:
    assert len(edition.by_number) == len(edition.by_key) == len(edition.rows)
    for identity in edition.identities:
        assert {identity.total, *identity.expression.rows} <= set(edition.by_number)
    for limit in edition.limits:
        assert {limit.row, *limit.expression.rows} <= set(edition.by_number)


@pytest.mark.parametrize(("form", "edition"), EDITIONS)
def test_the_identities_say_what_the_rows_print(form: Form, edition: Edition) -> None:
    """A plain printed sum and the identity of that row name the same rows."""
    stated = {(each.total, frozenset(each.expression.rows)) for each in edition.identities}
    for row in edition.rows:
        members = (row.formula or "").replace("-", "+").split("+")
        if all(member.isdigit() for member in members):
            assert (row.number, frozenset(members)) in stated


def test_the_worked_example_satisfies_every_identity_that_can_be_worked_out() -> None:
    checked = {each.name: each.holds(cells()) for each in A107012.identities(A107012.reference)}
    assert False not in checked.values()
    assert {name for name, holds in checked.items() if holds} == {
        *("S2", "S35", "S40", "S41", "S45", "S47", "S51", "S52")
    }


def test_a_loss_is_floored_at_zero() -> None:
    by_name = {each.name: each for each in A100000.edition("2025").identities}
    loss = {"24": "-500", "25": "0", "26": "0", "27": "0", "28": "0"}
    assert by_name["R28"].holds({number: Decimal(value) for number, value in loss.items()})


def test_the_carried_forward_row_takes_what_the_sales_exceed() -> None:
    by_name = {each.name: each for each in A107012.reference.identities}
    exceeded = cells(r48="1500000", r51="0", r52="226000")
    assert by_name["S51"].holds(exceeded)
    assert by_name["S52"].holds(exceeded)


def test_an_older_sheet_is_counted_in_the_rows_of_the_present_one() -> None:
    numbers = A107012.numbers(A107012.edition("2017"))
    assert numbers["4"] == "3"
    assert numbers["50"] == "51"
    assert "36" not in numbers, "the entrusted row of 2017 is after the 80%, the present one before"
    renumbered = {each.name: each for each in A107012.identities(A107012.edition("2017"))}
    assert renumbered["S3"].total == "3"
    assert renumbered["S3"].expression.rows == ("4", "5", "6")
    assert "S40" not in renumbered


def test_the_quarter_rates_of_2022_leave_row_51_out() -> None:
    edition = A107012.edition("2022")
    assert "S51" not in {each.name for each in A107012.identities(edition, 2022)}
    assert "S51" in {each.name for each in A107012.identities(edition, 2023)}


@pytest.mark.parametrize(
    ("row_34", "excess"), [("48000", "-127666.67"), ("175666.67", "0.00"), ("175667", "0.33")]
)
def test_the_cap_on_other_costs(row_34: str, excess: str) -> None:
    limits = {each.name: each for each in A107012.limits(2025)}
    assert limits["L34"].excess(cells(r34=row_34, r28="900000")) == Decimal(excess)


def test_the_cap_was_per_project_before_2021() -> None:
    assert [each.name for each in A107012.limits(2020)] == ["L38"]


def test_overseas_research_counts_to_two_thirds_of_the_domestic() -> None:
    limits = {each.name: each for each in A107012.limits(2025)}
    most = Decimal("1869000") * 2 / 3
    stated = cells(r37="9000000", r38=str(most + 1))
    assert limits["L38"].excess(stated) == Decimal("1.00")


@pytest.mark.parametrize(
    ("year", "percents"), [(2020, {75}), (2021, {75, 100}), (2023, {100, 120}), (2028, {100})]
)
def test_the_rates_of_a_year(year: int, percents: set[int]) -> None:
    assert {percent for rate in A107012.rates_of(year) for percent in rate.percents} == percents


def test_the_gross_sum_of_the_sheet() -> None:
    assert A107012.views["gross"].value(cells()) == Decimal("1929000")
