from typing import Any

from extractor.rules.cover_bears_the_recommenders_seal import check
from extractor.rules.rule import Seals


def test_an_offices_seal_passes(papers: Any) -> None:
    said = check(Seals((papers.seal("武汉市汉阳区经济和信息化局", certain=False),)))
    assert (said.severity, said.outcome) == ("B", "passed")


def test_without_one_it_is_a_note(papers: Any) -> None:
    said = check(Seals((papers.seal(papers.name),)))
    assert (said.severity, said.outcome) == ("D", "passed")
    assert "可由推荐单位" in said.message
