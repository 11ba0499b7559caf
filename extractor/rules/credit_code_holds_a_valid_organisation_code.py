"""统一社会信用代码内含的组织机构代码校验位正确.

Positions 9 to 17 are an organisation code with a check of its own; few old bodies break it.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import uscc
from models.extraction import Identifier
from models.finding import Disagreement


def check(code: Identifier) -> Disagreement | None:
    """A question where only the inner check fails; ID-01 speaks where the outer one does."""
    if not uscc.outer_holds(code.value) or uscc.inner_holds(code.value):
        return None
    message = f"统一社会信用代码 {code.value} 第9—17位的组织机构代码校验位不符"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="ID-02",
    title="统一社会信用代码内含的组织机构代码校验位正确",
    source=law("GB 11714《全国组织机构代码编制规则》", "第9位为校验码（模11）"),
    severity="C",
    reads=("application_form.uscc",),
    check=check,
)
