"""封面加盖推荐单位公章.

The recommending office may stamp the cover after the review, so its absence is a note.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Seals, holds
from models.finding import Disagreement

OFFICE = re.compile("局|委员会|管委会|人民政府|办公室|经济和信息化|经信|科技创新|大数据中心")
KEY = "application_form.seals"


def check(seals: Seals) -> Disagreement:
    """A note where no office's seal was seen on the form."""
    if any(OFFICE.search(seal.text) for seal in seals.seals):
        return holds("B", "申报书已加盖推荐单位印章", KEY)
    message = "申报书未检出推荐单位印章（可由推荐单位审核后加盖）"
    return Disagreement(severity="D", message=message, values=(KEY,), outcome="passed")


RULE = Rule(
    code="SEAL-02",
    title="封面加盖推荐单位公章",
    source=notice("Q12"),
    severity="B",
    reads=(KEY,),
    check=check,
    agreement_confirms=True,
)
