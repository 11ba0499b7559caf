from typing import Any

from extractor.rules.paid_in_capital_is_within_registered import check
from models.extraction import Rows, Text


def sheet(papers: Any, line: str, amount: str) -> Rows:
    return Rows(records=({"line": Text(value=line), "current": papers.yuan(amount)},))


def test_capital_paid_in_part_or_whole_passes(papers: Any) -> None:
    for paid in ("5000000.00", "10000000.00"):
        said = check(papers.wan("1000"), sheet(papers, "实收资本（或股本）", paid))
        assert said is not None
        assert said.outcome == "passed"


def test_more_paid_in_than_registered_is_a_question(papers: Any) -> None:
    said = check(papers.wan("1000"), sheet(papers, "股本", "20000000.00"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_a_balance_sheet_without_the_line_is_not_compared(papers: Any) -> None:
    said = check(papers.wan("1000"), sheet(papers, "资产总计", "20000000.00"))
    assert said is not None
    assert said.outcome == "not_applicable"
