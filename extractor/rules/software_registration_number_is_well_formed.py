"""软件著作权登记号格式正确.

The number carries the year of registration, which is not after the certificate's.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Day, Identifier
from models.finding import Disagreement


def check(number: Identifier, issued: Day | None) -> Disagreement | None:
    """Fails for another form, or a year after the certificate's day."""
    parsed = identifiers.parse_software_registration(number.value)
    if parsed is None:
        message = f"登记号“{number.value}”格式异常"
        return Disagreement(severity="B", message=message, values=("software_copyright.number",))
    if issued is None or issued.value is None or int(parsed.value[:4]) <= issued.value.year:
        return None
    message = f"登记号 {parsed.value} 的年份晚于发证日期 {issued.value}"
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="IP-01",
    title="软件著作权登记号格式正确",
    source=law("《计算机软件著作权登记办法》", "登记号为4位年份加SR加6至7位序号"),
    severity="B",
    for_each=("software_copyright",),
    reads=("each.number",),
    reads_if_present=("each.date",),
    check=check,
)
