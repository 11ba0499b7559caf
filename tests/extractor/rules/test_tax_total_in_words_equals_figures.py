from typing import Any

import pytest

from extractor.rules.tax_total_in_words_equals_figures import check
from models.extraction import Choice, Text


@pytest.mark.parametrize(
    "words", ["贰拾柒万贰仟叁佰壹拾圆肆角肆分", "人民币贰拾柒万贰仟叁佰壹拾元零肆角肆分"]
)
def test_every_right_spelling_passes(papers: Any, words: str) -> None:
    said = check(papers.yuan("272310.44"), Text(value=words))
    assert said is None


def test_another_sum_fails(papers: Any) -> None:
    said = check(papers.yuan("120.00"), Text(value="壹佰圆整"))
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_capitals_that_break_their_rules_were_misread(papers: Any) -> None:
    said = check(papers.yuan("101.00"), Text(value="壹佰壹圆圆"))
    assert said is not None
    assert said.outcome == "unreadable"


@pytest.mark.parametrize(("form", "outcome"), [("table", "missing"), ("letter", "not_applicable")])
def test_only_the_published_form_must_print_capitals(papers: Any, form: str, outcome: str) -> None:
    said = check(papers.yuan("101.00"), None, Choice(value=form))
    assert said is not None
    assert said.outcome == outcome
