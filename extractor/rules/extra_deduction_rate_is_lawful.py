"""A107012 加计扣除比例符合规定.

Which rates exist depends on the year; the higher ones are for certain trades only.
"""

from extractor.forms.form import load_form
from extractor.rules.choosing import year_in
from extractor.rules.citing import law
from extractor.rules.rule import Rule
from models.extraction import Ratio, Value
from models.finding import Disagreement

FOR_ALL = "符合条件"


def check(rate: Ratio, period_end: Value) -> Disagreement | None:
    """A question where nobody may claim the rate that year, or only some trades may."""
    year = year_in(period_end) or 0
    rates = load_form("A107012").rates_of(year)
    entitled = [each for each in rates if rate.value in each.percents]
    if not rates or any(each.who.startswith(FOR_ALL) for each in entitled):
        return None
    if entitled:
        who = "、".join(dict.fromkeys(each.who for each in entitled))
        message = f"{year} 年度按 {rate.value:f}% 加计扣除仅限：{who}，请核实资格"
    else:
        message = f"{year} 年度没有 {rate.value:f}% 的加计扣除比例"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="RD-04",
    title="A107012 加计扣除比例符合规定",
    source=law(
        "财政部 税务总局公告2023年第7号、2023年第44号",
        "企业研发费用按照实际发生额的100%在税前加计扣除；集成电路企业和工业母机企业按120%",
    ),
    severity="C",
    reads=("a107012.row_50", "a107012.period_end"),
    check=check,
)
