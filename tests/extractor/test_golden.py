"""The committed submission against its truth: what the project promises of a clean stamped scan."""

from pathlib import Path

import pytest

from extractor.evaluate.comparing import compare
from extractor.evaluate.results import Comparison
from extractor.evaluate.truth import load_truth
from extractor.programmes.programme import load_programme
from extractor.settings import Settings
from extractor.verifying import Request, verify_path

GOLDEN = Path(__file__).parents[2] / "samples" / "golden"
RIGHT = 0.97
RIGHT_AND_SURE = 0.90


def compared(name: str, engine: str) -> Comparison:
    request = Request(path=GOLDEN / name, out=None, programme=load_programme("hubei-2025"))
    report = verify_path(request, Settings(engine=engine), lambda done, pages: None)
    return compare(report, load_truth(GOLDEN / f"{name}.truth.json"))


@pytest.fixture(
    scope="module",
    params=["recorded", pytest.param("auto", marks=pytest.mark.ocr)],
)
def conflicts(request: pytest.FixtureRequest) -> Comparison:
    return compared("conflicts", request.param)


def test_no_wrong_value_looks_sure(conflicts: Comparison) -> None:
    assert not [
        (field.key, field.expected, field.read)
        for field in conflicts.fields
        if field.outcome == "wrong_sure"
    ]


def test_nearly_all_fields_are_right_and_most_of_them_sure(conflicts: Comparison) -> None:
    right = [field for field in conflicts.fields if field.outcome == "right"]
    sure = [field for field in right if field.status == "sure"]
    assert len(right) >= RIGHT * len(conflicts.fields)
    assert len(sure) >= RIGHT_AND_SURE * len(conflicts.fields)


def test_every_planted_inconsistency_is_found_and_no_other(conflicts: Comparison) -> None:
    planted = [rule for rule in conflicts.rules if rule.planted]
    assert {rule.rule for rule in planted} == {"FIN-01", "FIN-07", "TAX-05"}
    assert all(rule.found for rule in planted)
    assert not [rule.rule for rule in conflicts.rules if rule.false_alarm]


def test_every_page_is_known_for_what_it_is(conflicts: Comparison) -> None:
    assert all(page.kind == page.expected_kind for page in conflicts.pages)
