"""纳税证明大写金额与小写一致.

Capitals are printed to make figures hard to alter; they are compared by their value.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from extractor.values import capitals
from models.extraction import Amount, Choice, Text
from models.finding import Disagreement, Outcome


def check(
    figures: Amount, words: Text | None = None, form: Choice | None = None
) -> Disagreement | None:
    """Fails where the capitals say another sum; unreadable where they break their rules.

    Only the published form prints capitals always; a letter may state its sum in figures alone.
    """
    if words is None:
        printed = form is not None and form.value == "table"
        message = "未见纳税证明的“金额合计（大写）”" if printed else "该证明未写大写金额，无需核对"
        outcome: Outcome = "missing" if printed else "not_applicable"
        return Disagreement(severity="B", message=message, outcome=outcome)
    amount = capitals.parse(words.value)
    if amount is None:
        message = f"大写金额“{words.value}”不符合书写规则，可能识别有误，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    if amount.value == abs(figures.value):
        return None
    message = f"大写“{words.value}”为 {money(amount)}，小写为 {money(figures)}"
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="TAX-05",
    title="纳税证明大写金额与小写一致",
    source=law(
        "《支付结算办法》附件《正确填写票据和结算凭证的基本规定》",
        "票据和结算凭证金额以中文大写和阿拉伯数码同时记载，二者必须一致",
    ),
    severity="B",
    for_each=("tax_certificate",),
    reads=("each.total_amount",),
    reads_if_present=("each.total_amount_in_words", "each.form"),
    check=check,
    agreement_confirms=True,
)
