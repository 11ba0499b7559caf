"""经营范围涉及软件、人工智能、数据或模型所属行业.

A unit whose registered business has nothing to do with software, data or making things is asked
how it came to the model; the notice demands no such entry.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement

FITTING = re.compile(
    "软件|人工智能|智能|数据|模型|算法|信息技术|信息系统|信息化|信息咨询|信息服务|计算机|互联网|物联网|网络技术|电子|通信|集成电路|"
    "技术开发|技术服务|技术研发|技术咨询|研发|研究|科研|设计|自动化|机器人|仪器|仪表|设备|装备|机械|制造|生产|加工|"
    "材料|医药|医疗|食品|汽车|钢|冶炼|化工|能源|检测"
)


def check(scope: Text) -> Disagreement | None:
    """A question where the scope names none of it."""
    if FITTING.search(scope.value):
        return None
    message = "经营范围未见软件、人工智能、数据、技术开发或工业相关内容，请核实"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="LIC-06",
    title="经营范围涉及软件、人工智能、数据或模型所属行业",
    source=practice(
        "申报聚焦先进制造业产业智能化改造；经营范围与模型毫无关联的单位须说明研发能力来源"
    ),
    severity="C",
    reads=("business_licence.business_scope",),
    check=check,
    agreement_confirms=True,
)
