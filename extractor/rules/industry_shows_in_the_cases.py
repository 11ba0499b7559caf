"""服务行业与应用案例相符.

What the report tells of the model's work shows the industry that was ticked. Every industry has many
words, so only a report that speaks of another industry alone is asked about; what software is for
lies in other industries, so of 软件和信息服务业 nothing can be told.
"""

import re
from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words, holds
from models.extraction import Choices, Text
from models.finding import Disagreement

SIGNS: Mapping[str, re.Pattern[str]] = {
    "原材料": re.compile(
        "钢|铁|冶金|冶炼|炼|轧|铸|有色|铝|铜|锌|矿|石化|化工|化肥|磷|炼油|石油|燃气|建材|水泥|玻璃|陶瓷|"
        "耐火|混凝土|高炉|烧结|焦化|材料"
    ),
    "装备制造": re.compile(
        "装备|机械|机床|数控|汽车|整车|零部件|发动机|船|航空|航天|轨道|铁路|电机|电力设备|变压器|泵|阀|"
        "轴承|齿轮|焊|装配|冲压|铸|模具|刀具|机器人|工程机械|锅炉|激光|质检|产线"
    ),
    "消费品": re.compile(
        "消费|食品|饮料|酒|乳|粮|茶|烟|医药|制药|药|生物|疫苗|医疗|纺织|服装|面料|染|家电|家具|造纸|"
        "日化|化妆|鞋|玩具|餐"
    ),
    "电子信息": re.compile(
        "电子|芯片|半导体|集成电路|晶圆|光电|光通信|光纤|光模块|显示|面板|液晶|屏|PCB|电路|元器件|"
        "存储|终端|手机|通信|SMT|贴片|封装"
    ),
}
"""How an industry's printed label begins → words of its products and plants."""
_SHORTEST = 300
"""Letters; a report of which less was read may tell it on what was not."""
KEY = "application_form.industry"


def check(report: Words, ticked: Choices, ability: Text | None) -> Disagreement:
    """A question where the papers speak of another industry and not once of one that was ticked."""
    words = report.text + (ability.value if ability else "")
    asked = [name for name in SIGNS if any(label.startswith(name) for label in ticked.values)]
    if not asked or len(asked) < len(ticked.values) or len(report.text) < _SHORTEST:
        message = "所选行业为软件或其他，或研发情况报告仅识别到少量文字，未作核对"
        return Disagreement(severity="C", message=message, values=(KEY,), outcome="not_applicable")
    if any(SIGNS[name].search(words) for name in asked):
        return holds("C", f"研发情况报告述及{'、'.join(asked)}行业的应用", KEY)
    others = [name for name in SIGNS if name not in asked and SIGNS[name].search(words)]
    if not others:
        message = "研发情况报告未辨认出所服务的行业"
        return Disagreement(severity="C", message=message, values=(KEY,), outcome="not_applicable")
    message = (
        f"所选服务行业为{'、'.join(ticked.values)}，研发情况报告只述及"
        f"{'、'.join(others)}相关内容，请核实"
    )
    return Disagreement(severity="C", message=message, values=(KEY, "rd_report.words"))


RULE = Rule(
    code="MOD-11",
    title="服务行业与应用案例相符",
    source=notice("Q4", "Q6"),
    severity="C",
    reads=("rd_report.words", KEY),
    reads_if_present=("application_form.model_ability",),
    check=check,
)
