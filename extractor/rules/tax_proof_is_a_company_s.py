"""纳税证明为企业完税证明.

A person's tax record or a bank slip alone is no proof that the company paid its taxes.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Choice
from models.finding import Disagreement

COMPANY = ("table", "letter")
NAMES = {"personal_record": "个人所得税纳税记录", "bank_slip": "银行缴税回单"}


def check(forms: tuple[Choice | None, ...]) -> Disagreement | None:
    """Fails where none of the papers is a certificate; unreadable while one of them may be."""
    kinds = [form.value for form in forms if form]
    if any(kind in COMPANY for kind in kinds):
        return None
    if None in forms:
        message = "有纳税证明未能辨认其形式，未能确认含企业完税证明，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    listed = "、".join(dict.fromkeys(NAMES.get(kind, kind) for kind in kinds))
    return Disagreement(severity="B", message=f"所附纳税证明仅为{listed}，不是企业完税证明")


RULE = Rule(
    code="TAX-01",
    title="纳税证明为企业完税证明",
    source=notice("Q18"),
    severity="B",
    reads=("tax_certificate[*].form",),
    check=check,
)
