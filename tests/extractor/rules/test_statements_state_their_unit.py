from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.runner import run
from extractor.rules.statements_state_their_unit import RULE, check
from models.extraction import Choice


def test_a_unit_that_was_read_is_enough() -> None:
    assert check(Choice(value="万元")) is None


def test_without_a_unit_the_runner_says_missing(papers: Any) -> None:
    (said,) = run(papers.submission(papers.audit(2025, unit=None)), (RULE,), load_programme())
    assert said.outcome == "missing"
