from datetime import date
from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.researchers_wages_are_within_all_pay import RULE
from extractor.rules.runner import run
from models.document import BoundingBox, Page, TextLine
from models.extraction import Amount, Day, PageKind, Rows, Text
from models.finding import Finding

MOVEMENT = ("1,269,594.68", "8,215,336.40", "8,037,998.27", "1,446,932.81")


def line(text: str, left: float, top: float) -> TextLine:
    box = BoundingBox(left=left, top=top, right=left + 0.012 * len(text), bottom=top + 0.015)
    return TextLine(text=text, box=box, confidence=0.99)


def notes(*figures: str) -> PageKind:
    cells = [line(text, 0.25 + 0.18 * column, 0.3) for column, text in enumerate(figures)]
    head = (line("应付职工薪酬", 0.1, 0.2), line("合计", 0.1, 0.3))
    page = Page(file=0, number=1, width=1654, height=2339, lines=(*head, *cells))
    return PageKind(page=page, kind="audit_report", confidence=0.9)


def found(
    papers: Any, wages: Any, figures: tuple[str, ...] = MOVEMENT, year: int = 2025
) -> Finding:
    pay: dict[str, Any] = {
        "line": Text(value="应付职工薪酬"),
        "current": papers.yuan("1446932.81"),
        "prior": papers.yuan("1269594.68"),
    }
    audit = papers.audit(2025, balance_sheet=Rows(records=(pay,)))
    end = Day(value=date(year, 12, 31))
    sheet = papers.of("a107012", {"row_4": wages, "period_end": end})
    submission = papers.submission(papers.form(), audit, sheet)
    submission = submission.model_copy(update={"pages": (notes(*figures),)})
    return run(submission, (RULE,), load_programme())[0]


def yuan(papers: Any, number: str) -> Amount:
    amount: Amount = papers.yuan(number)
    return amount


def test_wages_up_to_all_pay_pass_and_name_its_page(papers: Any) -> None:
    finding = found(papers, yuan(papers, "8215336.40"))
    assert finding.outcome == "passed"
    assert "第 1 页" in finding.message


def test_wages_above_all_pay_are_a_question(papers: Any) -> None:
    assert found(papers, yuan(papers, "8215336.41")).outcome == "doubtful"


def test_a_row_that_does_not_close_at_the_balance_is_not_the_movement(papers: Any) -> None:
    other = ("1,269,594.68", "8,215,336.40", "8,037,998.17", "1,446,932.91")
    assert found(papers, yuan(papers, "9000000.00"), other).outcome == "not_applicable"
    assert found(papers, yuan(papers, "9000000.00"), MOVEMENT[1:]).outcome == "not_applicable"


def test_another_years_wages_are_not_compared(papers: Any) -> None:
    assert found(papers, yuan(papers, "9000000.00"), year=2024).outcome == "not_applicable"


def test_wages_that_were_not_surely_read_raise_no_question(papers: Any) -> None:
    doubted = (yuan(papers, "9000000.00"), "doubtful")
    assert found(papers, doubted).outcome == "unreadable"
