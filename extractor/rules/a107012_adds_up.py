"""A107012 表内勾稽关系成立.

Every formula that the sheet's edition prints must hold to the cent.
"""

from collections.abc import Mapping

from extractor.forms.form import load_form
from extractor.rules.choosing import year_in
from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.sums import broken_sums, cells_of_rows
from models.extraction import Choice, Field, Value
from models.finding import Disagreement


def check(
    edition: Choice, rows: Mapping[str, Field], period_end: Value | None
) -> list[Disagreement]:
    """Fails for each formula that does not hold."""
    form = load_form("A107012")
    identities = form.identities(form.edition(edition.value), year_in(period_end))
    return broken_sums(
        identities,
        cells_of_rows(rows),
        lambda row: f"a107012.row_{row.lower().replace('.', '_')}",
    )


RULE = Rule(
    code="RD-01",
    title="A107012 表内勾稽关系成立",
    source=law("《研发费用加计扣除优惠明细表》（A107012）", "表内各行次后所列计算公式"),
    severity="B",
    reads=("a107012.edition", "a107012.row_*"),
    reads_if_present=("a107012.period_end",),
    check=check,
    agreement_confirms=True,
)
