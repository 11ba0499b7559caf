"""第三方材料有出具单位印章.

Seals of tax office, auditors and registry have rules of their own; here the issuers of
certificates and of test reports.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Seals, holds
from extractor.rules.sealing import bears_own
from models.extraction import Text
from models.finding import Disagreement

ISSUER = re.compile(
    "知识产权|专利|版权|网信|互联网信息|检测|检验|测评|评测|测试|认证|质量|标准|实验室|研究院|研究所|中心|信息通信|赛迪|大学"
)


def check(seals: Seals, unit: Text) -> Disagreement:
    """Missing where no seal of an issuer was seen; unreadable where one can't be read."""
    if any(ISSUER.search(seal.text) for seal in seals.seals):
        return holds("B", "有出具单位印章", "each.seals")
    rings = [seal for seal in seals.seals if not bears_own(Seals((seal,)), (unit.value,))]
    if rings:
        message = "有印章，但印文未能确认是否为出具单位，请核对原件"
        return Disagreement(
            severity="B", message=message, values=("each.seals",), outcome="unreadable"
        )
    message = "未检出出具单位印章"
    return Disagreement(severity="B", message=message, values=("each.seals",), outcome="missing")


RULE = Rule(
    code="SEAL-07",
    title="第三方材料有出具单位印章",
    source=practice("证书和测评报告由出具单位盖章方有证明力"),
    severity="B",
    for_each=("patent", "software_copyright", "test_report"),
    reads=("each.seals", "application_form.unit_name"),
    check=check,
    agreement_confirms=True,
)
