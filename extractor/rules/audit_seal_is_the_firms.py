"""事务所名称、注册会计师与印章一致.

A report signed by one firm and sealed by another is neither's.
"""

from extractor.rules.citing import practice
from extractor.rules.naming import name_on_seal
from extractor.rules.rule import Rule, Seals
from extractor.rules.signing import FIRM
from extractor.rules.wording import cut
from extractor.values import names
from models.extraction import Text
from models.finding import Disagreement


def check(firm: Text, seals: Seals) -> Disagreement | None:
    """A question where firms' seals were read and none of them is the signing firm's."""
    rings = [ring for ring in seals.texts if FIRM in ring]
    stem = names.normalise(firm.value).partition("（")[0]
    if not rings or any(name_on_seal(ring).startswith(stem) for ring in rings):
        return None
    message = f"事务所为“{cut(firm.value)}”，印章为“{cut(rings[0])}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="AUD-15",
    title="事务所名称、注册会计师与印章一致",
    source=practice("报告由出具报告的事务所盖章"),
    severity="C",
    reads=("audit_report.firm", "audit_report.seals"),
    check=check,
)
