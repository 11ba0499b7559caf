from typing import Any

from extractor.rules.form_bears_a_seal import check
from extractor.rules.rule import Seals


def test_any_seal_is_one(papers: Any) -> None:
    assert check(Seals(seals=(papers.seal("", certain=False),))) is None


def test_without_a_seal_it_is_missing() -> None:
    said = check(Seals())
    assert said is not None
    assert (said.outcome, said.severity) == ("missing", "B")
