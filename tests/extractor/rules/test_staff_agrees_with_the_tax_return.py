from datetime import date
from decimal import Decimal
from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.runner import run
from extractor.rules.staff_agrees_with_the_tax_return import RULE
from models.extraction import Count, Day
from models.finding import Finding


def found(papers: Any, staff: Any, filed: Any, year: int = 2025) -> Finding:
    sheet = papers.of("cit_other", {"staff": filed, "period_end": Day(value=date(year, 12, 31))})
    return run(papers.submission(papers.form(staff_total=staff), sheet), (RULE,), load_programme())[
        0
    ]


def test_counts_that_a_years_growth_explains_pass(papers: Any) -> None:
    assert found(papers, Count(value=128), Count(value=96)).outcome == "passed"


def test_counts_more_than_twice_apart_are_a_question(papers: Any) -> None:
    finding = found(papers, Count(value=320), Count(value=96))
    assert finding.outcome == "doubtful"
    assert len(finding.values) == 2


def test_another_years_count_is_not_compared(papers: Any) -> None:
    assert found(papers, Count(value=320), Count(value=96), 2023).outcome == "not_comparable"


def test_a_count_that_was_not_surely_read_raises_no_question(papers: Any) -> None:
    finding = found(papers, Count(value=320), (Count(value=96), "doubtful"))
    assert finding.outcome == "unreadable"


def test_returns_without_the_sheet_are_not_judged(papers: Any) -> None:
    assert found(papers, Count(value=320), None).outcome == "not_applicable"


def test_the_limit_is_the_programmes() -> None:
    assert load_programme().value("staff_ratio_max") == Decimal(2)
