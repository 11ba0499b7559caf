"""使用第三方底座未宣称完全自研.

Who builds on someone else's base has not developed all of it; both may be said of different parts,
so this only asks.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from extractor.rules.wording import cut
from models.extraction import Text
from models.finding import Disagreement

THIRD_PARTY = re.compile(
    r"qwen|千问|deepseek|llama|chatglm|glm-?\d|智谱|文心|ernie|盘古|混元|baichuan|百川|internlm|书生|星火|mistral|gpt|yi-\d+b|"
    r"phi-\d|gemma|豆包|kimi",
    re.IGNORECASE,
)
BASE = "application_form.base_model"
ALL_OWN = r"(?:完全|全部|100%|全栈|纯)自主研发|完全自研|全自研|从零(?:开始)?(?:训练|研发)|未使用(?:任何)?(?:第三方|开源)"


def check(base: Text, report: Words | None, introduction: Text | None) -> Disagreement | None:
    """A question where a third party's base and the claim stand together."""
    maker = THIRD_PARTY.search(base.value)
    if maker is None:
        return None
    told = report.first(ALL_OWN) if report else None
    where = report.where(ALL_OWN) if report else ""
    claim = told or (re.search(ALL_OWN, introduction.value) if introduction else None)
    if claim is None:
        return None
    message = f"模型底座为“{cut(base.value)}”，材料又称“{claim[0]}”{where}，请核实"
    keys = (BASE, "rd_report.words" if told else "application_form.introduction")
    return Disagreement(severity="C", message=message, values=keys)


RULE = Rule(
    code="MOD-09",
    title="使用第三方底座未宣称完全自研",
    source=notice("Q5"),
    severity="C",
    reads=(BASE,),
    reads_if_present=("rd_report.words", "application_form.introduction"),
    check=check,
    agreement_confirms=True,
)
