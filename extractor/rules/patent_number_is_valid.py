"""专利号校验位正确.

A number without ZL is an application's; its digits carry the same check.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Identifier
from models.finding import Disagreement


def check(number: Identifier) -> Disagreement | None:
    """Fails where the form or the check digit is wrong."""
    parsed = identifiers.read_patent(number.value)
    if parsed and identifiers.patent_proof(parsed.value) != "broken":
        return None
    return Disagreement(severity="B", message=f"专利号“{number.value}”不符合编号或校验规则")


RULE = Rule(
    code="IP-04",
    title="专利号校验位正确",
    source=law("ZC 0006-2003《专利申请号标准》", "申请号由12位数字、小数点和校验位组成（模11）"),
    severity="B",
    for_each=("patent",),
    reads=("each.number",),
    check=check,
)
