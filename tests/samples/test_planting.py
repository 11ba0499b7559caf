from functools import cache
from random import Random

import pytest

from samples.applicant import draw
from samples.case import Sheet
from samples.display import display
from samples.planting import BINDING, PLANTINGS, expected, plant, planted
from samples.returns import faults
from samples.stated import stated

_drawn = cache(draw)

_PAGES = {"a107012_second_page_absent", "income_statement_absent"}
"""They set a sheet to see its pages, which takes longer."""


@pytest.mark.parametrize("name", sorted(set(PLANTINGS) - _PAGES))
def test_a_planting_changes_some_applicant_and_says_what_must_fire(name: str) -> None:
    found = [
        result for seed in range(25) if (result := plant(_drawn(seed, "a"), name, Random(seed)))
    ]
    assert found, "no applicant gives an occasion"
    for case, expects in found:
        assert case != _drawn(case.seed, "a")
        planted_rules = {rule for rule, _ in PLANTINGS[name].must}
        old_return = {"RD-11"} if case.a100000.year < 2024 else set()
        assert planted_rules <= {rule for rule, _ in expects.must} <= planted_rules | old_return
        assert not {rule for rule, _ in expects.must} & set(expects.must_not)


@pytest.mark.parametrize("name", sorted(set(PLANTINGS) - _PAGES))
def test_only_the_planted_return_stops_adding_up(name: str) -> None:
    broken = {
        "a107012_does_not_add_up",
        "a100000_does_not_add_up",
        "other_costs_above_limit",
        "overseas_above_limit",
    }
    for seed in range(5):
        result = plant(_drawn(seed, "a"), name, Random(seed))
        if result is not None:
            wrong = faults(result[0].a100000) + faults(result[0].a107012)
            assert bool(wrong) == (name in broken), wrong


def test_a_consistent_applicant_may_not_be_faulted_by_any_binding_rule() -> None:
    case = _drawn(1, "a", return_year=2025)
    expects = expected(case)
    assert expects.must == ()
    assert set(BINDING) <= set(expects.must_not)


def test_a_third_of_the_applicants_is_left_as_drawn() -> None:
    cases = [(_drawn(seed, "a"), seed) for seed in range(60)]
    unchanged = sum(planted(case, Random(seed))[0] == case for case, seed in cases)
    assert 10 <= unchanged <= 30


def test_a_member_s_papers_tell_of_the_member_and_the_lead_s_of_the_lead() -> None:
    result = plant(_drawn(4, "a"), "lawful_consortium_of_two", Random(4))
    assert result is not None
    case, _ = result
    names = [stated(case, Sheet("business_licence", place))["name"][1] for place in (0, 1)]
    assert names == list(case.application.consortium_members)
    assert display(case, "business_licence", 1)["name"] == names[1]
