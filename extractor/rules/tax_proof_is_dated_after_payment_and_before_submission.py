"""填发日期不早于入库日期、不晚于提交之日.

An office certifies what has been paid, and nobody hands in a paper of tomorrow.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Day, Rows
from models.finding import Disagreement


def check(issued: Day, submitted: Day, items: Rows | None) -> Disagreement | None:
    """A question where the day of issue lies before the last payment or after the submission."""
    paid = [row.get("paid_on") for row in items.records] if items else []
    days = [day.value for day in paid if isinstance(day, Day) and day.value]
    if issued.value is None or submitted.value is None:
        return None
    if issued.value > submitted.value:
        message = f"填发日期 {issued.value} 晚于提交日期 {submitted.value}"
    elif days and issued.value < max(days):
        message = f"填发日期 {issued.value} 早于最后入库日期 {max(days)}"
    else:
        return None
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="TAX-11",
    title="填发日期不早于入库日期、不晚于提交之日",
    source=practice("完税证明在税款入库之后填发"),
    severity="C",
    for_each=("tax_certificate",),
    reads=("each.issued_on", "submission.submitted_on"),
    reads_if_present=("each.items",),
    check=check,
)
