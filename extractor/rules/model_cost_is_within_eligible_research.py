"""模型研发成本不超过 A107012 研发费用小计（第40行）.

Row 40 is the narrowest measure of research: equipment counts there by depreciation only, rent and
entrusted research at most in part. More than row 40 is a question for the applicant, no proof.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(cost: Amount, eligible: Amount) -> Disagreement | None:
    """A question where the model cost more than all eligible research."""
    if cost.value <= eligible.value + cost.step:
        return None
    message = (
        f"申报模型研发成本 {money(cost)}，高于 A107012 第40行 {money(eligible)}；"
        "加计扣除口径最窄（设备只计折旧、房屋租赁不计、委托研发按80%），请申报单位说明差异"
    )
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="SPA-08",
    title="模型研发成本不超过 A107012 研发费用小计（第40行）",
    source=practice("第40行为税务口径全部项目的研发费用小计，单个模型的成本通常不高于它"),
    severity="C",
    reads=("application_form.rd_cost", "a107012.row_40"),
    check=check,
)
