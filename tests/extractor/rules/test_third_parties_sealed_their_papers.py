from typing import Any

from extractor.rules.rule import Seals
from extractor.rules.third_parties_sealed_their_papers import check
from models.extraction import Text


def outcome(papers: Any, *rings: str, certain: bool = True) -> str | None:
    seals = Seals(tuple(papers.seal(ring, certain=certain) for ring in rings))
    return check(seals, Text(value=papers.name)).outcome


def test_an_issuers_seal_passes_in_whichever_reading(papers: Any) -> None:
    assert outcome(papers, papers.name, "国家知识产权局") == "passed"
    assert outcome(papers, "湖北省软件测评中心", certain=False) == "passed"


def test_the_applicants_seal_alone_misses_the_issuers(papers: Any) -> None:
    assert outcome(papers, papers.name) == "missing"
    assert outcome(papers) == "missing"


def test_another_ring_may_be_the_issuers(papers: Any) -> None:
    assert outcome(papers, papers.name, "") == "unreadable"
