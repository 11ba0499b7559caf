"""模型底座来源在各材料中一致.

Form and report describe one model, so they name one base.
"""

import re

from rapidfuzz import fuzz

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import cut
from extractor.values.simplified import simplified
from extractor.values.texts import compact
from models.extraction import Text
from models.finding import Disagreement

ALIKE = 75
"""Of 100: one text names the base within a longer phrase of the other."""


_OWN = re.compile(r"自主研发|自研|完全自主|无底座|无$")
"""The form names no base: the applicant trained a model of its own."""
BASE = "application_form.base_model"


def check(declared: Text, report: str, reported: Text | None) -> Disagreement | None:
    """A question where neither text holds the other's name; own models have none to name."""
    if reported is None:
        if _OWN.match(compact(declared.value)):
            return holds("C", "申报为自主研发，研发情况报告未另列基础大模型", BASE)
        message = "未见研发情况报告的“基础大模型”"
        return Disagreement(severity="C", message=message, outcome="missing")
    one, other = (
        re.sub(r"[\W_]", "", simplified(compact(each.value))).lower()
        for each in (declared, reported)
    )
    if one in other or other in one or fuzz.partial_ratio(one, other) >= ALIKE:
        return None
    message = f"申报底座“{cut(declared.value)}”，研发情况报告“{cut(reported.value)}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="MOD-08",
    title="模型底座来源在各材料中一致",
    source=notice("Q14", "Q22"),
    severity="C",
    reads=(BASE, "rd_report.document"),
    reads_if_present=("rd_report.base_model",),
    check=check,
    agreement_confirms=True,
)
