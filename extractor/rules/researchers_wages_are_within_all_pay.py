"""A107012 人员工资不超过职工薪酬总额.

The notes move 应付职工薪酬 from its opening to its closing balance. A row of four figures is that
movement only where it adds up and closes at the balance sheet's own figure: then its increase is
what all employees were paid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from extractor.forms.statements import column_of
from extractor.rules.choosing import year_in
from extractor.rules.citing import practice
from extractor.rules.printed_rows import printed_rows
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import money, yuan
from extractor.values import amounts
from models.document import Page
from models.extraction import Amount, DocumentSummary, Field, PageKind, Rows, Value
from models.finding import Disagreement

PAY = "应付职工薪酬"
_WAGES = "a107012.row_4"
_MOVEMENT = 4
"""期初余额, 本期增加, 本期减少, 期末余额."""
_UNITS = ("元", "千元", "万元")


def check(
    report: str,
    documents: tuple[DocumentSummary, ...],
    seen: tuple[PageKind, ...],
    wages: Amount | None,
    period_end: Value | None,
    fiscal_year: Value | None,
    stated: Mapping[str, Field] | None,
) -> Disagreement:
    """A question where the researchers' wages are more than everybody's pay of the same year."""
    sheet = stated["balance_sheet"].value if stated and "balance_sheet" in stated else None
    closing = column_of(sheet, "current").get(PAY) if isinstance(sheet, Rows) else None
    same_year = year_in(period_end) is not None and year_in(period_end) == year_in(fiscal_year)
    places = next((each.pages for each in documents if each.id == report), ())
    own = [each.page for each in seen if (each.page.file, each.page.number) in places]
    paid = dict(_increases(own, closing)) if closing and closing.value > 0 else {}
    if wages is None or not same_year or not paid:
        message = "审计报告附注中未确认应付职工薪酬的本期增加额，或期间不同"
        return Disagreement(
            severity="C", message=message, values=("submission.pages",), outcome="not_applicable"
        )
    most = max(paid)
    both = (
        f"A107012 第4行 {money(wages)}，审计报告附注应付职工薪酬本期增加 {yuan(most)}"
        f"（第 {paid[most]} 页）"
    )
    # The movement has proved itself; what is left to doubt is row 4.
    if wages.value <= most:
        return holds("C", both, _WAGES)
    message = f"{both}，研发人员工资高于全部职工薪酬"
    return Disagreement(severity="C", message=message, values=(_WAGES,))


def _increases(pages: list[Page], closing: Amount) -> Iterator[tuple[Decimal, int]]:
    """The increase of each row that moves to this balance, in 元, with the number of its page."""
    for page in pages:
        for row in printed_rows(page):
            for unit in _UNITS:
                read = [each for line in row if (each := amounts.parse(line.text, unit))]
                if len(read) != _MOVEMENT:
                    continue
                before, more, less, after = read
                moved = before.value + more.value - less.value
                if moved == after.value == closing.value:
                    yield more.value, page.number


RULE = Rule(
    code="RD-09",
    title="A107012 人员工资不超过职工薪酬总额",
    source=practice("直接从事研发活动人员的工资薪金是全部职工薪酬的一部分"),
    severity="C",
    reads=("audit_report.document", "submission.documents", "submission.pages"),
    reads_if_present=(
        _WAGES,
        "a107012.period_end",
        "audit_report.fiscal_year",
        "audit_report.balance_sheet*",
    ),
    check=check,
    agreement_confirms=True,
)
