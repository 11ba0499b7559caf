from typing import Any

from extractor.rules.no_paper_of_another_unit_is_among_them import check
from models.extraction import Text, TextList

OTHER = Text(value="鄂州宏远实业有限公司")
NONE = (None, None, None, None)


def test_a_strangers_report_beside_the_applicants_is_a_question(papers: Any) -> None:
    own = Text(value=papers.name)
    (said,) = check(own, None, None, None, None, (own, OTHER), None, None, None, None)
    assert said.severity == "C"
    assert OTHER.value in said.message


def test_a_strangers_report_alone_is_left_to_its_own_rule(papers: Any) -> None:
    own = Text(value=papers.name)
    assert check(own, None, None, None, None, (OTHER,), None, None, None, None) == []


def test_papers_of_members_and_under_a_former_name_are_lawful(papers: Any) -> None:
    own, member = Text(value=papers.name), TextList(values=(OTHER.value,))
    assert check(own, None, member, None, None, None, None, None, None, (own, OTHER)) == []
    assert check(own, None, None, None, member, (own, OTHER), None, None, None, None) == []


def test_a_name_that_may_be_misread_is_not_held_against_anyone(papers: Any) -> None:
    own, misread = Text(value=papers.name), Text(value=papers.name.replace("科技", "科枝"))
    assert check(own, None, None, None, None, (own, misread, None), *NONE) == []
