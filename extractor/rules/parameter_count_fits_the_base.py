"""参数量与模型底座规模相符.

A fine-tuned model has about as many parameters as its base. Only a base whose name states one size
is looked at, and a mixture's active parameters count too.
"""

import re
from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import cut, parameters
from extractor.values.texts import compact
from models.extraction import Number, Text
from models.finding import Disagreement

ALLOWED = Decimal("0.20")
"""Names are rounded: a 72B model has 72.7, a 7B one 7.6 billion parameters."""
_SIZE = re.compile(r"(?<![0-9A-Za-z.×xX*])(?P<active>A)?(?P<size>\d+(?:\.\d+)?)B(?![A-Za-z0-9])")
_BILLION = Decimal(10) ** 9
_KEYS = ("application_form.parameter_count", "application_form.base_model")


def check(declared: Number | None, base: Text | None) -> Disagreement:
    """A question where the declared count is far from the size in the base's name."""
    found = list(_SIZE.finditer(compact(base.value if base else "")))
    sizes = {Decimal(each["size"]) * _BILLION for each in found if not each["active"]}
    active = {Decimal(each["size"]) * _BILLION for each in found if each["active"]}
    if declared is None or base is None or len(sizes) != 1:
        message = "未见参数量，或模型底座名称未载明唯一的参数规模"
        return Disagreement(
            severity="C", message=message, values=_KEYS[1:], outcome="not_applicable"
        )
    message = f"申报参数量 {parameters(declared)}，模型底座为“{cut(base.value)}”"
    if any(abs(declared.value - size) <= ALLOWED * size for size in sizes | active):
        return holds("C", message, *_KEYS)
    return Disagreement(severity="C", message=f"{message}，规模不符，请核实", values=_KEYS)


RULE = Rule(
    code="MOD-04",
    title="参数量与模型底座规模相符",
    source=practice("在单一底座上微调的模型，参数量与底座标称规模相近；7B 即 70 亿"),
    severity="C",
    reads=(),
    reads_if_present=_KEYS,
    check=check,
    agreement_confirms=True,
)
