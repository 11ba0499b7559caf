"""企业所得税入库金额与 A100000 预缴金额相符.

The proof shows what was paid when it was issued, the return what was prepaid for its whole year;
they mostly differ by the last instalment, so a difference is a note.
"""

from decimal import Decimal

from extractor.rules.choosing import year_in
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart
from extractor.rules.wording import money, yuan
from models.extraction import Amount, Choice, Day, Rows, Scalar, Text, Value
from models.finding import Disagreement

NEW_EDITION = "2025"
INCOME_TAX = "企业所得税"
_MONTHS_OF_YEAR = 12


def check(
    tables: tuple[Rows | None, ...],
    edition: Choice,
    period_end: Value,
    new: Amount | None,
    old: Amount | None,
) -> Disagreement:
    """A note where the instalments of the return's year are not what the return says was prepaid."""
    number, prepaid = ("37", new) if edition.value == NEW_EDITION else ("32", old)
    year = year_in(period_end)
    rows = [row for table in tables if table for row in table.records if _is_income_tax(row)]
    paid = [amount for row in rows if (amount := row.get("amount")) and _is_instalment(row, year)]
    if prepaid is None or not paid or not all(isinstance(each, Amount) for each in paid):
        message = f"纳税证明未列 {year} 年的企业所得税预缴，或 A100000 预缴金额未能辨认"
        return Disagreement(
            severity="D", message=message, values=("a100000.edition",), outcome="not_applicable"
        )
    total = sum((each.value for each in paid if isinstance(each, Amount)), Decimal(0))
    both = (
        f"纳税证明所列 {year} 年企业所得税预缴 {yuan(total)}，A100000 第{number}行 {money(prepaid)}"
    )
    keys = ("tax_certificate[*].items", f"a100000.rows[{number}]")
    if apart(prepaid.model_copy(update={"value": total}), prepaid) in ("equal", "rounding"):
        return holds("D", both, *keys)
    message = f"{both}，不同，多因入库时间所致"
    return Disagreement(severity="D", message=message, values=keys, outcome="passed")


def _is_income_tax(row: dict[str, Scalar | None]) -> bool:
    tax = row.get("tax")
    return isinstance(tax, Text) and INCOME_TAX in tax.value and "滞纳" not in tax.value


def _is_instalment(row: dict[str, Scalar | None], year: int | None) -> bool:
    """Whether the row is for a month or a quarter of the year: the whole year's is the settlement."""
    start, end = row.get("period_start"), row.get("period_end")
    if not (isinstance(start, Day) and isinstance(end, Day) and start.value and end.value):
        return False
    months = end.value.month - start.value.month + 1
    return start.value.year == end.value.year == year and months < _MONTHS_OF_YEAR


RULE = Rule(
    code="TAX-09",
    title="企业所得税入库金额与 A100000 预缴金额相符",
    source=practice("当年预缴的企业所得税应与年度申报表的累计预缴额相当，差额多为入库时间所致"),
    severity="D",
    reads=("tax_certificate[*].items", "a100000.edition", "a100000.period_end"),
    reads_if_present=("a100000.rows[37]", "a100000.rows[32]"),
    check=check,
    agreement_confirms=True,
)
