from decimal import Decimal
from typing import Any

from extractor.rules.ai_revenue_share_is_plausible import check
from models.extraction import Text

MOST = Decimal("0.95")


def test_a_usual_share_passes(papers: Any) -> None:
    said = check(papers.wan("40"), papers.wan("100"), MOST, None)
    assert said is not None
    assert said.outcome == "passed"


def test_a_software_company_may_earn_all_with_it(papers: Any) -> None:
    scope = Text(value="人工智能应用软件开发")
    assert check(papers.wan("99"), papers.wan("100"), MOST, scope) is None


def test_a_foundry_that_earns_all_with_it_is_asked(papers: Any) -> None:
    said = check(papers.wan("99"), papers.wan("100"), MOST, Text(value="铸件制造"))
    assert said is not None
    assert said.severity == "C"
