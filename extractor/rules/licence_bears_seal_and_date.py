"""营业执照要素完整（标题、登记机关印章、发照日期）.

A copy without the registry's seal or its date may be a draft or a cut picture. Whose the other
seals on the copy are, is no matter here.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Seals
from models.finding import Disagreement

REGISTRIES = (
    *("市场监督", "市场监管", "工商行政", "登记管理", "编制委员会"),
    *("行政审批", "审批局", "政务服务", "数据局"),
)


def check(seals: Seals, dated: bool) -> list[Disagreement]:
    """Missing where no registry's seal was seen; a question where no date of issue was."""
    said = []
    if not any(seals.say(words) for words in REGISTRIES):
        said.append(_without_seal(seals))
    if not dated:
        message = "营业执照未识别到发照日期，请核对原件"
        said.append(Disagreement(severity="C", message=message))
    return said


def _without_seal(seals: Seals) -> Disagreement:
    if seals.unread:
        message = "营业执照有印章，但印文未能确认是否为登记机关，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    return Disagreement(severity="B", message="营业执照未检出登记机关印章", outcome="missing")


RULE = Rule(
    code="LIC-07",
    title="营业执照要素完整（标题、登记机关印章、发照日期）",
    source=practice("营业执照由登记机关盖章并载明发照日期，缺少任一项的复印件不能证明登记"),
    severity="B",
    reads=("business_licence.seals", "business_licence.issued_on.seen"),
    check=check,
)
