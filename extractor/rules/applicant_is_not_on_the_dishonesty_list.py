"""未列入严重失信主体名单.

The notice excludes units on the list of serious breaches of trust.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(entries: Count) -> Disagreement | None:
    """Fails for any entry."""
    if entries.value == 0:
        return None
    message = f"信用报告列有严重失信主体名单信息 {entries.value} 条"
    return Disagreement(severity="A", message=message)


RULE = Rule(
    code="CRE-01",
    title="未列入严重失信主体名单",
    source=notice("Q3"),
    severity="A",
    reads=("credit_report.dishonest",),
    check=check,
)
