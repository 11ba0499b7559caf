import pytest

from extractor.rules.consortium_has_at_most_three_members import check
from models.extraction import Text, TextList

LEAD = Text(value="武汉楚芯智能科技有限公司")
OTHERS = tuple(f"湖北{name}科技有限公司" for name in ("楚屹", "江擎", "荆睿", "汉琢"))


def members(count: int, lead: bool = True) -> TextList:
    return TextList(values=((LEAD.value,) if lead else ()) + OTHERS[:count])


def test_without_a_consortium_there_is_nothing_to_count() -> None:
    said = check(TextList(values=()), 3, LEAD)
    assert said is not None
    assert said.outcome == "not_applicable"


@pytest.mark.parametrize("lead", [True, False])
def test_lead_and_two_pass(lead: bool) -> None:
    assert check(members(2, lead), 3, LEAD) is None


@pytest.mark.parametrize("lead", [True, False])
def test_lead_and_three_are_left_to_the_person(lead: bool) -> None:
    said = check(members(3, lead), 3, LEAD)
    assert said is not None
    assert said.severity == "C"


@pytest.mark.parametrize("lead", [True, False])
def test_lead_and_four_fail(lead: bool) -> None:
    said = check(members(4, lead), 3, LEAD)
    assert said is not None
    assert said.severity == "A"


def test_a_lead_that_is_listed_with_a_look_alike_is_still_the_lead() -> None:
    listed = TextList(values=("武汉楚芯智能料技有限公司", *OTHERS[:3]))
    said = check(listed, 3, LEAD)
    assert said is not None
    assert said.severity == "C"


def test_where_the_lead_was_not_read_it_may_be_one_of_those_listed() -> None:
    said = check(members(3), 3, None)
    assert said is not None
    assert said.severity == "C"
    said = check(members(4), 3, None)
    assert said is not None
    assert said.severity == "A"
