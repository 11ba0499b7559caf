from typing import Any

from extractor.rules.rule import Seals
from extractor.rules.tax_proof_is_issued_by_a_tax_office import check
from models.extraction import Text

OFFICE = Text(value="国家税务总局武汉市税务局")


def test_an_offices_seal_passes(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("国家税务总局武汉市税务局征税专用章"),))
    assert check(seals, OFFICE) == []


def test_without_a_seal_it_is_missing(papers: Any) -> None:
    (said,) = check(Seals(), OFFICE)
    assert said.outcome == "missing"


def test_a_seal_that_was_not_read_leaves_it_open(papers: Any) -> None:
    (said,) = check(Seals(seals=(papers.seal("", certain=False),)), None)
    assert said.outcome == "unreadable"


def test_another_issuer_fails(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("征税专用章"),))
    (said,) = check(seals, Text(value="武汉某某代理记账有限公司"))
    assert said.severity == "B"
