"""负面清单行业未享受加计扣除.

The trade itself stands on no paper of the bundle; only a unit whose name says it is asked.
"""

import re

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount, Text
from models.finding import Disagreement

EXCLUDED = re.compile(
    "烟草|酒店|宾馆|餐饮|商贸|贸易|百货|超市|批发|房地产|置业|物业|租赁|商务服务|娱乐|影城"
)


def check(deducted: Amount, name: Text) -> Disagreement | None:
    """A question where the name says an excluded trade and research was deducted."""
    trade = EXCLUDED.search(name.value)
    if trade is None or deducted.value <= 0:
        return None
    message = (
        f"单位名称含“{trade[0]}”，疑属不适用加计扣除的行业，而 A107012 加计扣除 {money(deducted)}"
    )
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="RD-12",
    title="负面清单行业未享受加计扣除",
    source=law(
        "财税〔2015〕119号",
        "不适用税前加计扣除政策的行业：烟草制造业、住宿和餐饮业、批发和零售业、房地产业、租赁和商务服务业、娱乐业",
    ),
    severity="C",
    reads=("a107012.row_51", "business_licence.name"),
    check=check,
    agreement_confirms=True,
)
