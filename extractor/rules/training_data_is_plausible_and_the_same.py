"""训练数据量合理且在各材料中一致.

1 PB is 1000 TB to some and 1024 to others, so a difference of 2.4 % is none.
"""

from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.wording import shown
from models.extraction import Number
from models.finding import Disagreement

BASES_APART = Decimal("0.05")
"""1024² against 1000², the widest that the two bases come apart between GB and PB."""


def check(declared: Number, most: Decimal, reported: Number | None) -> Disagreement | None:
    """A question for nothing, for too much, and for another size in the report."""
    if not 0 < declared.value < most:
        message = f"申报训练数据量 {shown(declared)} TB，超出合理范围"
        return Disagreement(
            severity="C", message=message, values=("application_form.training_data",)
        )
    if reported is None:
        return None
    allowed = BASES_APART * max(declared.value, reported.value)
    if abs(declared.value - reported.value) <= allowed:
        return None
    message = f"申报训练数据量 {shown(declared)} TB，研发情况报告为 {shown(reported)} TB"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="MOD-05",
    title="训练数据量合理且在各材料中一致",
    source=notice("Q14"),
    severity="C",
    reads=("application_form.training_data", "programme.training_data_tb_max"),
    reads_if_present=("rd_report.training_data",),
    check=check,
)
