from extractor.rules.patent_is_owned_by_the_applicant import check
from models.extraction import Text, TextList

NAME, OTHER = Text(value="武汉楚芯智能科技有限公司"), Text(value="华中科技大学")


def test_one_owner_among_several_is_enough() -> None:
    shared = Text(value=f"{OTHER.value}；{NAME.value}")
    assert check(shared, NAME, None, None) is None


def test_a_member_of_the_consortium_is_enough() -> None:
    assert check(OTHER, NAME, None, TextList(values=(OTHER.value,))) is None


def test_another_owner_fails() -> None:
    said = check(OTHER, NAME, NAME, None)
    assert said is not None
    assert said.severity == "B"


def test_a_patent_under_a_former_name_is_the_applicants() -> None:
    assert check(OTHER, NAME, NAME, None, None, TextList(values=(OTHER.value,))) is None


def test_an_owner_one_look_alike_away_is_not_judged() -> None:
    said = check(Text(value="武汉楚芯智能料技有限公司"), NAME, NAME, None)
    assert said is not None
    assert said.outcome == "unreadable"
