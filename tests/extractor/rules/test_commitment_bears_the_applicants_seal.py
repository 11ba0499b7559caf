from typing import Any

from extractor.rules.commitment_bears_the_applicants_seal import check
from extractor.rules.rule import Seals
from models.extraction import Text, TextList

NAME = Text(value="武汉楚芯智能科技有限公司")


def test_the_applicants_seal_passes(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("★武汉楚芯智能科技有限公司4201001234567"),))
    assert check(seals, NAME, None).outcome == "passed"


def test_without_a_seal_it_is_missing(papers: Any) -> None:
    said = check(Seals(), NAME, NAME)
    assert (said.outcome, said.severity) == ("missing", "A")


def test_another_units_seal_fails(papers: Any) -> None:
    said = check(Seals(seals=(papers.seal("鄂州宏远实业有限公司"),)), NAME, NAME)
    assert (said.outcome, said.severity) == (None, "A")


def test_one_character_apart_on_a_ring_is_unreadable(papers: Any) -> None:
    said = check(Seals(seals=(papers.seal("武汉楚芯智能科技有限公可"),)), NAME, NAME)
    assert said.outcome == "unreadable"


def test_without_a_name_to_compare_nothing_is_said_against_it(papers: Any) -> None:
    said = check(Seals(seals=(papers.seal("鄂州宏远实业有限公司"),)), None, None)
    assert said.outcome == "unreadable"


def test_a_seal_in_a_former_name_is_noted(papers: Any) -> None:
    former = TextList(values=("武汉楚芯科技有限公司",))
    said = check(Seals(seals=(papers.seal("武汉楚芯科技有限公司"),)), NAME, NAME, None, former)
    assert said.outcome == "passed"
    assert "曾用名" in said.message
