"""印章编码符合规则.

A registered company seal bears thirteen digits that begin with the division code of the police
office where it was filed. Most scans do not show them; then nothing is said.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Seals, holds
from models.finding import Disagreement

CODE = re.compile(r"(?<!\d)\d{13}(?!\d)")
_KEYS = ("application_form.seals", "commitment.seals")


def check(province: str, *papers: Seals | None) -> Disagreement:
    """A question for a seal that was filed in another province."""
    rings = [ring for each in papers if each for ring in each.texts]
    codes = [found[0] for ring in rings if (found := CODE.search(ring))]
    if not codes:
        message = "印章上未见可辨认的13位编码"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    others = [code for code in codes if not code.startswith(province)]
    if not others:
        return holds("C", f"印章编码 {codes[0]}", *_KEYS)
    message = f"印章编码 {others[0]} 不是本省行政区划，请核实印章备案"
    return Disagreement(severity="C", message=message, values=_KEYS)


RULE = Rule(
    code="SEAL-05",
    title="印章编码符合规则",
    source=practice("公章备案编码共13位，前6位为备案地行政区划代码"),
    severity="C",
    reads=("programme.province_code",),
    reads_if_present=_KEYS,
    check=check,
    agreement_confirms=True,
)
