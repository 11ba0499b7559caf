"""参数量填写单位正确.

The form asks for 亿; the 7 of a 7B model belongs there as 70.
"""

from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import parameters
from models.extraction import Number
from models.finding import Disagreement

SLIPS = tuple(Decimal(10) ** power for power in (1, 2, 3, 4, 8))
SHARE = Decimal("0.005")
KEYS = (
    "application_form.parameter_count",
    "rd_report.parameter_count",
    "rd_report.parameter_count_active",
)


def check(declared: Number, reported: Number | None, active: Number | None = None) -> Disagreement:
    """Fails for nothing, and where a power of ten lies between form and report.

    Of a mixture of experts the active parameters may be a tenth of all: whoever declares those has
    not mistaken the unit (MOD-02).
    """
    if declared.value <= 0:
        message = f"参数量填写为 {parameters(declared)}"
        return Disagreement(severity="B", message=message, values=KEYS[:1])
    if not reported or reported.value <= 0:
        return holds("B", f"申报参数量 {parameters(declared)}", *KEYS[:1])
    both = f"申报参数量 {parameters(declared)}，研发情况报告为 {parameters(reported)}"
    if active and active.value > 0 and abs(declared.value / active.value - 1) <= SHARE:
        return holds("B", f"{both}，激活参数量 {parameters(active)}", *KEYS)
    ratio = max(reported.value, declared.value) / min(reported.value, declared.value)
    if not any(abs(ratio / slip - 1) <= SHARE for slip in SLIPS):
        return holds("B", both, *KEYS[:2])
    message = f"{both}，疑似单位错误（1B 为 10 亿）"
    return Disagreement(severity="B", message=message, values=KEYS[:2])


RULE = Rule(
    code="MOD-01",
    title="参数量填写单位正确",
    source=notice("Q14"),
    severity="B",
    reads=KEYS[:1],
    reads_if_present=KEYS[1:],
    check=check,
)
