"""A100000 研发费用与利润表一致.

Only the 2025 edition has a row of its own for R&D; before, it was inside 管理费用.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount, Choice
from models.finding import Disagreement

NEW_EDITION = "2025"
SUMS = ("a100000.rd_expense", "audit_report.rd_expense")


def check(edition: Choice, returned: Amount | None, audited: Amount | None) -> Disagreement | None:
    """A question where the sums differ; not applicable where one of the papers has no such line."""
    keys: tuple[str, ...] = SUMS
    if edition.value != NEW_EDITION:
        message, keys = f"{edition.value} 版 A100000 没有研发费用行", ("a100000.edition",)
    elif returned is None or audited is None:
        message = "A100000 或利润表未单列研发费用"
    else:
        return sums_agree("A100000 第6行", returned, "利润表", audited, "C", values=SUMS)
    return Disagreement(severity="C", message=message, values=keys, outcome="not_applicable")


RULE = Rule(
    code="CIT-04",
    title="A100000 研发费用与利润表一致",
    source=law(
        "《企业所得税年度纳税申报主表》（A100000）填报说明",
        "第6行“研发费用”按利润表口径填报",
    ),
    severity="C",
    reads=("a100000.edition",),
    reads_if_present=SUMS,
    check=check,
    agreement_confirms=True,
)
