"""A100000 表内勾稽关系成立.

Every formula of the sheet's edition must hold; taxable income is never below zero.
"""

from extractor.forms.form import load_form
from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.sums import broken_sums, cells_of_sheet
from models.extraction import Choice, NumberedAmounts
from models.finding import Disagreement


def check(edition: Choice, rows: NumberedAmounts) -> list[Disagreement]:
    """Fails for each formula that does not hold."""
    identities = load_form("A100000").edition(edition.value).identities
    return broken_sums(identities, cells_of_sheet(rows), lambda row: f"a100000.rows[{row}]")


RULE = Rule(
    code="CIT-01",
    title="A100000 表内勾稽关系成立",
    source=law("《企业所得税年度纳税申报主表》（A100000）", "表内各行次后所列计算公式"),
    severity="B",
    reads=("a100000.edition", "a100000.rows"),
    check=check,
    agreement_confirms=True,
)
