"""What completeness rules say of a paper that is not there."""

from models.extraction import Choice, Choices, TextList, Value
from models.finding import Disagreement, Severity


def absent(paper: str, severity: Severity = "A") -> Disagreement:
    """The paper is missing."""
    return Disagreement(severity=severity, message=f"未见{paper}", outcome="missing")


def chosen_keys(value: Value | None) -> frozenset[str]:
    """The keys of a choice or of several."""
    match value:
        case Choices(values=values) | TextList(values=values):
            return frozenset(values)
        case Choice(value=key):
            return frozenset((key,))
    return frozenset()
