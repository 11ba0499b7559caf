"""参数量在各材料中一致.

Of a mixture of experts papers state all parameters or those active at a time; the form is
compared with all, and the active ones are accepted with a note.
"""

from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.wording import parameters
from models.extraction import Number
from models.finding import Disagreement

FORM = "application_form.parameter_count"


def check(
    declared: Number,
    deviation: Decimal,
    reported: Number | None,
    active: Number | None,
    filed: tuple[Number | None, ...] | None,
    tested: tuple[Number | None, ...] | None,
) -> list[Disagreement]:
    """A question for each paper that states another size."""
    papers = [("研发情况报告", reported, "rd_report.parameter_count")]
    papers += [("备案证明", each, "filing.parameter_count") for each in filed or ()]
    papers += [("测评报告", each, "test_report.parameter_count") for each in tested or ()]
    said = []
    for paper, stated, key in papers:
        if stated is None or _near(declared, stated, deviation):
            continue
        accepted = active is not None and _near(declared, active, deviation)
        message = f"申报参数量 {parameters(declared)}，{paper}为 {parameters(stated)}"
        if accepted and active is not None:
            message = f"{message}（激活参数量 {parameters(active)}）"
        severity = "D" if accepted else "C"
        keys = (FORM, key, "rd_report.parameter_count_active") if accepted else (FORM, key)
        said.append(Disagreement(severity=severity, message=message, values=keys))
    return said


def _near(one: Number, other: Number, deviation: Decimal) -> bool:
    return abs(one.value - other.value) <= deviation * max(abs(one.value), abs(other.value))


RULE = Rule(
    code="MOD-02",
    title="参数量在各材料中一致",
    source=notice("Q14", "Q22"),
    severity="C",
    reads=(FORM, "programme.parameter_deviation_max"),
    reads_if_present=(
        "rd_report.parameter_count",
        "rd_report.parameter_count_active",
        "filing[*].parameter_count",
        "test_report[*].parameter_count",
    ),
    check=check,
)
