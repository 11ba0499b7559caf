from datetime import date
from typing import Any

from extractor.rules.prepaid_income_tax_agrees_with_the_tax_proof import check
from models.extraction import Choice, Day, Rows, Text
from models.finding import Disagreement

END = Day(value=date(2025, 12, 31))


def row(papers: Any, tax: str, first: int, last: int, amount: str, year: int = 2025) -> Any:
    return {
        "tax": Text(value=tax),
        "period_start": Day(value=date(year, first, 1)),
        "period_end": Day(value=date(year, last, 28)),
        "amount": papers.yuan(amount),
    }


def said(papers: Any, prepaid: str, *rows: Any) -> Disagreement:
    sheet = papers.yuan(prepaid)
    return check((Rows(records=rows),), Choice(value="2025"), END, sheet, None)


def test_instalments_that_add_up_to_the_prepaid_tax_pass(papers: Any) -> None:
    rows = (
        row(papers, "企业所得税", 1, 3, "1000.00"),
        row(papers, "企业所得税", 4, 6, "2500.50"),
        row(papers, "增值税", 4, 6, "9000.00"),
        row(papers, "企业所得税", 1, 12, "700.00", 2024),
    )
    finding = said(papers, "3500.50", *rows)
    assert finding.outcome == "passed"
    assert "不同" not in finding.message


def test_a_difference_is_no_more_than_a_note(papers: Any) -> None:
    finding = said(papers, "3500.50", row(papers, "企业所得税", 1, 3, "1000.00"))
    assert (finding.severity, finding.outcome) == ("D", "passed")
    assert "不同，多因入库时间所致" in finding.message


def test_a_proof_without_instalments_of_the_year_is_not_judged(papers: Any) -> None:
    finding = said(papers, "3500.50", row(papers, "企业所得税", 1, 12, "700.00", 2024))
    assert finding.outcome == "not_applicable"
