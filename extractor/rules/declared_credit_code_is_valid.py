"""申报表统一社会信用代码校验位正确.

The last character is computed from the other 17, so a wrong one shows a mistyped code.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import uscc
from models.extraction import Identifier
from models.finding import Disagreement


def check(code: Identifier) -> Disagreement | None:
    """Fails for a wrong length, a letter the standard leaves out, or a wrong last character."""
    if uscc.outer_holds(code.value):
        return None
    return Disagreement(severity="B", message=f"统一社会信用代码 {code.value} 不符合校验规则")


RULE = Rule(
    code="ID-01",
    title="申报表统一社会信用代码校验位正确",
    source=law(
        "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》",
        "18位代码由数字和不含I、O、S、V、Z的大写字母组成，第18位为校验码（模31）",
    ),
    severity="B",
    reads=("application_form.uscc",),
    check=check,
)
