"""专项审计成本与申报模型研发成本一致.

The special audit exists to disclose this one sum.
"""

from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart, sums_agree
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement

DECLARED, EVERY = "application_form.rd_cost", "special_audit_report[*].rd_cost"
SUMS = (DECLARED, "special_audit_report.rd_cost")


def check(
    declared: Amount, audited: Amount, every: tuple[Amount | None, ...] | None = None
) -> Disagreement | None:
    """Fails where the sums differ by more than rounding explains.

    The members of a consortium have their costs audited each for itself: then all together count.
    """
    said = sums_agree("申报", declared, "专项审计报告", audited, values=SUMS)
    read = [each for each in every or () if each is not None]
    if said is None or len(read) < 2:
        return said
    total = audited.model_copy(update={"value": sum((each.value for each in read), Decimal(0))})
    if apart(declared, total) not in ("equal", "rounding"):
        return said
    message = f"申报 {money(declared)}，{len(read)} 份专项审计报告合计 {money(total)}"
    return holds("B", message, DECLARED, EVERY)


RULE = Rule(
    code="SPA-03",
    title="专项审计成本与申报模型研发成本一致",
    source=notice("Q15", "Q19"),
    severity="B",
    reads=SUMS,
    reads_if_present=(EVERY,),
    check=check,
    agreement_confirms=True,
)
