import pytest

from extractor.rules.audit_opinion_is_unqualified import check
from models.extraction import Choice


def test_an_unqualified_opinion_passes() -> None:
    assert check(Choice(value="unqualified")) is None


@pytest.mark.parametrize(
    ("opinion", "severity"),
    [
        ("adverse", "A"),
        ("disclaimer", "A"),
        ("qualified", "C"),
        ("unqualified_with_emphasis", "D"),
    ],
)
def test_other_opinions_weigh_by_what_they_say(opinion: str, severity: str) -> None:
    said = check(Choice(value=opinion))
    assert said is not None
    assert said.severity == severity
