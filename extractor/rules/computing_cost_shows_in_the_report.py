"""算力费用与算力使用情况相符.

Who pays for computing power used some; the notice asks the report to tell of it.
"""

import re
from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import cut, money
from models.extraction import Amount, Rows, Text
from models.finding import Disagreement

BOUGHT = re.compile(r"算力|云服务|云资源|云主机|云平台|GPU|服务器租|算租", re.IGNORECASE)
USED = (
    r"算力|GPU|NPU|DCU|TPU|加速卡|显卡|训练卡|卡时|智算|计算中心|超算|服务器|集群|云平台|云服务|"
    r"昇腾|英伟达|NVIDIA|A100|A800|H100|H800|H20|910B|TFLOPS|PFLOPS|算卡|并行训练|分布式训练"
)
_SHORTEST = 300
"""Letters; a report of which less was read may tell it on what was not."""
_KEYS = ("application_form.rd_cost_items", "rd_report.words")


def check(items: Rows, report: Words) -> Disagreement:
    """A question where computing power was bought and the report never speaks of any."""
    bought = [row for row in items.records if _is_computing(row)]
    if not bought or len(report.text) < _SHORTEST:
        message = "成本组成未单列算力、云服务费用，或研发情况报告仅识别到少量文字"
        return Disagreement(
            severity="C", message=message, values=_KEYS[:1], outcome="not_applicable"
        )
    name, amount = bought[0]["name"], bought[0]["amount"]
    paid = f"“{cut(name.value)}”" if isinstance(name, Text) else ""
    paid += f" {money(amount)}" if isinstance(amount, Amount) else ""
    if (found := report.first(USED)) is not None:
        message = f"成本组成列有{paid}，研发情况报告述及“{found[0]}”{report.where(USED)}"
        return holds("C", message, *_KEYS)
    message = f"成本组成列有{paid}，研发情况报告未述算力使用情况，请核实"
    return Disagreement(severity="C", message=message, values=_KEYS)


def _is_computing(row: Mapping[str, object]) -> bool:
    name, amount = row.get("name"), row.get("amount")
    named = isinstance(name, Text) and BOUGHT.search(name.value) is not None
    return named and isinstance(amount, Amount) and amount.value > 0


RULE = Rule(
    code="SPA-18",
    title="算力费用与算力使用情况相符",
    source=notice("Q16", "Q22"),
    severity="C",
    reads=_KEYS,
    check=check,
    agreement_confirms=True,
)
