"""申报表统一社会信用代码与营业执照一致.

One unit has one code: another code on the form means another unit or a slip of the pen.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import codes_agree
from extractor.rules.rule import Rule
from models.extraction import Identifier
from models.finding import Disagreement


def check(declared: Identifier, licence: Identifier) -> Disagreement | None:
    """Fails where the codes differ."""
    return codes_agree("申报表", declared, "营业执照", licence)


RULE = Rule(
    code="ID-03",
    title="申报表统一社会信用代码与营业执照一致",
    source=notice("Q13", "Q18"),
    severity="B",
    reads=("application_form.uscc", "business_licence.uscc"),
    check=check,
    agreement_confirms=True,
)
