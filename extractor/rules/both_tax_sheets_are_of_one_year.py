"""A100000 与 A107012 属同一年度.

Both are sheets of one return.
"""

from extractor.rules.choosing import year_in
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Value
from models.finding import Disagreement


def check(main: Value, research: Value) -> Disagreement | None:
    """Fails where the sheets are of different years."""
    if year_in(main) == year_in(research):
        return None
    message = f"A100000 属 {year_in(main)} 年度，A107012 属 {year_in(research)} 年度"
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="CIT-03",
    title="A100000 与 A107012 属同一年度",
    source=notice("Q20"),
    severity="B",
    reads=("a100000.period_end", "a107012.period_end"),
    check=check,
)
