from typing import Any

from extractor.rules.audit_copy_bears_the_applicants_seal import check
from extractor.rules.rule import Seals
from models.extraction import Text

FIRM = "湖北楚衡会计师事务所有限责任公司"


def outcome(papers: Any, *rings: str, certain: bool = True) -> str | None:
    seals = Seals(tuple(papers.seal(ring, certain=certain) for ring in rings))
    return check(seals, Text(value=papers.name), None).outcome


def test_the_applicants_seal_beside_the_firms_passes(papers: Any) -> None:
    assert outcome(papers, FIRM, papers.name) == "passed"
    assert outcome(papers, FIRM, papers.name[:-2], certain=False) == "passed"


def test_the_firms_seal_alone_misses_the_applicants(papers: Any) -> None:
    assert outcome(papers, FIRM) == "missing"
    assert outcome(papers) == "missing"


def test_a_ring_that_can_not_be_read_may_be_the_applicants(papers: Any) -> None:
    assert outcome(papers, FIRM, "", certain=False) == "unreadable"
