from typing import Any

from extractor.rules.rule import Seals
from extractor.rules.seal_codes_are_of_the_province import check


def outcome(papers: Any, code: str, certain: bool = True) -> str | None:
    return check("42", Seals((papers.seal(f"{papers.name}{code}", certain=certain),)), None).outcome


def test_a_code_of_the_province_passes(papers: Any) -> None:
    assert outcome(papers, "4201050012345") == "passed"


def test_a_code_of_another_province_is_a_question(papers: Any) -> None:
    assert outcome(papers, "3301050012345") is None


def test_without_a_whole_code_that_was_read_for_certain_nothing_is_said(papers: Any) -> None:
    assert outcome(papers, "") == outcome(papers, "330105001234") == "not_applicable"
    assert outcome(papers, "3301050012345", certain=False) == "not_applicable"
