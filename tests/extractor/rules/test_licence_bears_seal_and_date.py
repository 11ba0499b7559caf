from typing import Any

from extractor.rules.licence_bears_seal_and_date import check
from extractor.rules.rule import Seals

REGISTRY = "武汉市汉阳区市场监督管理局"


def test_the_registrys_seal_and_a_date_pass(papers: Any) -> None:
    assert check(Seals((papers.seal(papers.name), papers.seal(REGISTRY))), True) == []
    assert check(Seals((papers.seal(REGISTRY, certain=False),)), True) == []


def test_a_licence_without_the_registrys_seal_misses_it(papers: Any) -> None:
    (said,) = check(Seals((papers.seal(papers.name),)), True)
    assert said.outcome == "missing"


def test_a_seal_that_can_not_be_read_is_left_to_a_person(papers: Any) -> None:
    (said,) = check(Seals((papers.seal("", certain=False),)), True)
    assert said.outcome == "unreadable"


def test_a_licence_without_a_date_is_a_question(papers: Any) -> None:
    (said,) = check(Seals((papers.seal(REGISTRY),)), False)
    assert (said.severity, said.outcome) == ("C", None)
