"""省委网信办登记要素完整.

A service that calls a filed model is registered with the province's office instead; what it shows
must say who registered what and when. An algorithm's filing is another thing (FIL-01).
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words, holds
from models.extraction import Day, Identifier, Text
from models.finding import Disagreement

REGISTERED = r"上线编号|登记编号|已登记信息|服务登记|登记(?:通知|证明|备案表|公告)"
_ISSUER = r"网信办|互联网信息办公室|网络安全和信息化委员会"
_KEYS = ("each.number", "each.owner", "each.date")


def check(
    words: Words, number: Identifier | None, owner: Text | None, day: Day | None
) -> Disagreement:
    """A question that names what the registration does not show."""
    is_filing = number is not None and "算备" in number.value
    if is_filing or not words.first(REGISTERED):
        message = "不是省委网信办登记"
        return Disagreement(
            severity="C", message=message, values=("each.words",), outcome="not_applicable"
        )
    shown = {
        "登记（上线）编号": number is not None,
        "登记单位": owner is not None,
        "登记日期": day is not None,
        "出具机关": words.first(_ISSUER) is not None,
    }
    lacking = [what for what, there in shown.items() if not there]
    if not lacking:
        return holds("C", "登记编号、单位、日期和出具机关齐备", *_KEYS)
    message = f"省委网信办登记未见{'、'.join(lacking)}{words.where(REGISTERED)}，请核对"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="FIL-06",
    title="省委网信办登记要素完整",
    source=notice("Q21"),
    severity="C",
    for_each=("filing",),
    reads=("each.words",),
    reads_if_present=_KEYS,
    check=check,
    agreement_confirms=True,
)
