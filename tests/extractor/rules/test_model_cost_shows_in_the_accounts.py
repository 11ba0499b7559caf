from typing import Any

from extractor.rules.model_cost_shows_in_the_accounts import check
from models.extraction import Rows, Text


def statement(papers: Any, **lines: str) -> Rows:
    amounts = {name: papers.yuan(amount) for name, amount in lines.items()}
    return Rows(
        records=tuple(
            {"line": Text(value=name), "current": amount, "prior": amount}
            for name, amount in amounts.items()
        )
    )


def test_expensed_research_explains_a_cost(papers: Any) -> None:
    said = check(papers.wan("100"), papers.yuan("1.00"), papers.yuan("5.00"), None)
    assert said is not None
    assert said.outcome == "passed"


def test_capitalised_research_explains_a_cost(papers: Any) -> None:
    rows = Rows(
        records=(
            {
                "line": Text(value="开发支出"),
                "current": papers.yuan("9.00"),
                "prior": papers.yuan("1.00"),
            },
        )
    )
    said = check(papers.wan("100"), papers.yuan("1.00"), papers.yuan("0.00"), rows)
    assert said is not None
    assert said.outcome == "passed"


def test_a_cost_that_shows_nowhere_is_a_question(papers: Any) -> None:
    said = check(papers.wan("100"), papers.yuan("1.00"), None, statement(papers, 开发支出="9.00"))
    assert said is not None
    assert said.severity == "C"
