"""承诺书四条完整.

The template's words are compared letter by letter; a tenth of them may be read otherwise.
"""

from rapidfuzz import fuzz

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from extractor.values.texts import compact
from models.finding import Disagreement

CLAUSES = (
    "本单位对本申请材料的合法性、真实性、准确性和完整性负责",
    "本单位自愿提供开展湖北省工业领域专用模型项目申报所需的材料，并为相关工作提供方便",
    "本单位同意将本申请材料向负责征集评选工作人员和评审专家公开",
    "本申请材料用于湖北省工业领域专用模型项目申报相关工作，不再要求予以退还",
)
"""附件1, 承诺书 (Q24)."""
WHOLE, CHANGED = 90, 60
"""Of 100: from here on the clause stands there; below it was changed; below that it is absent."""


def check(words: Words) -> list[Disagreement]:
    """Fails for a clause that is absent; a question for one that reads differently."""
    said = []
    for number, clause in enumerate(CLAUSES, start=1):
        likeness = fuzz.partial_ratio(compact(clause), words.text)
        if likeness >= WHOLE:
            continue
        absent = likeness < CHANGED
        what = "未见" if absent else "与模板文字有出入："
        message = f"承诺书第 {number} 条{what}“{clause}”"
        said.append(Disagreement(severity="B" if absent else "C", message=message))
    if len(said) == len(CLAUSES):
        # Not one clause read: then the page was not, or it is another paper.
        message = "承诺书正文未能辨认，请核对原件"
        return [Disagreement(severity="B", message=message, outcome="unreadable")]
    return said


RULE = Rule(
    code="COM-01",
    title="承诺书四条完整",
    source=notice("Q24"),
    severity="B",
    reads=("commitment.words",),
    check=check,
)
