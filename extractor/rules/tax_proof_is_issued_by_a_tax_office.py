"""纳税证明由税务机关出具并盖章.

A certificate without the office's seal is a print of anyone's.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Seals
from extractor.rules.sealing import seal_of
from models.extraction import Text
from models.finding import Disagreement

OFFICE = re.compile(r"税务(?:总局|局|分局|所)|办税服务")
WORDS = ("税务", "征税", "完税")


def check(seals: Seals, authority: Text | None) -> list[Disagreement]:
    """Missing without a tax office's seal; fails where the printed issuer is no tax office."""
    said = []
    if authority and not OFFICE.search(authority.value):
        message = f"出具单位“{authority.value}”不是税务机关"
        said.append(
            Disagreement(severity="B", message=message, values=("tax_certificate.authority",))
        )
    if not any(seals.say(words) for words in WORDS):
        missing = seal_of("税务", "税务机关", "纳税证明", seals, "B", "each.seals")
        said += [missing] if missing else []
    return said


RULE = Rule(
    code="TAX-06",
    title="纳税证明由税务机关出具并盖章",
    source=practice("完税证明加盖征税专用章或电子印章，出具单位为国家税务总局各级税务局"),
    severity="B",
    for_each=("tax_certificate",),
    reads=("each.seals",),
    reads_if_present=("each.authority",),
    check=check,
)
