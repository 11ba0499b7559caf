from typing import Any

import pytest

from extractor.rules.project_count_agrees_with_spending import check
from models.extraction import Count


@pytest.mark.parametrize(("projects", "spent"), [(2, "10.00"), (0, "0.00")])
def test_projects_with_spending_or_neither_pass(papers: Any, projects: int, spent: str) -> None:
    assert check(Count(value=projects), papers.yuan(spent)) is None


@pytest.mark.parametrize(("projects", "spent"), [(0, "10.00"), (2, "0.00")])
def test_one_without_the_other_is_a_question(papers: Any, projects: int, spent: str) -> None:
    said = check(Count(value=projects), papers.yuan(spent))
    assert said is not None
    assert said.severity == "C"
