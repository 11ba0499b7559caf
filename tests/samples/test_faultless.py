from functools import cache
from random import Random

import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.catalogue import rules
from extractor.rules.runner import run
from models.finding import Finding
from samples.applicant import draw
from samples.case import Case
from samples.faultless import submission_of
from samples.planting import PLANTINGS, expected, plant
from samples.truth import Expected

_PAGES = {
    "a107012_second_page_absent",
    "income_statement_absent",
    "page_number_skipped",
    "contents_disagree",
    "required_cell_blank",
    "statements_of_another_unit",
}
"""They show on pages only, and a submission without pixels has none."""

_drawn = cache(draw)


def _findings(case: Case) -> dict[str, Finding]:
    found = run(submission_of(case), rules(), load_programme())
    return {finding.rule: finding for finding in found}


def _assert_as_expected(case: Case, expects: Expected) -> None:
    findings = _findings(case)
    for rule, outcomes in expects.must:
        if rule in findings:
            assert findings[rule].outcome in outcomes, findings[rule].message
    wrong = {
        rule: findings[rule].message
        for rule in expects.must_not
        if rule in findings and findings[rule].outcome in {"failed", "missing"}
    }
    assert wrong == {}


@pytest.mark.parametrize("seed", range(20))
def test_no_rule_faults_a_consistent_applicant_that_is_read_without_error(seed: int) -> None:
    case = _drawn(seed, "a")
    _assert_as_expected(case, expected(case))


@pytest.mark.parametrize("name", sorted(set(PLANTINGS) - _PAGES))
def test_the_rules_find_what_is_planted_and_nothing_else(name: str) -> None:
    results = [plant(_drawn(seed, "a"), name, Random(seed)) for seed in range(12)]
    for case, expects in [result for result in results if result is not None][:3]:
        _assert_as_expected(case, expects)
