from typing import Any

from extractor.rules.net_assets_are_positive import check


def test_equity_passes(papers: Any) -> None:
    assert check(papers.yuan("1.00")) is None


def test_debts_above_assets_are_a_note(papers: Any) -> None:
    said = check(papers.yuan("-1.00"))
    assert said is not None
    assert said.severity == "D"
