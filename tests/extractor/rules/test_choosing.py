"""Which of several documents of a kind the rules read."""

from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.choosing import applicant_of, chosen
from models.extraction import Extraction, NumberedAmounts, Text

PROGRAMME = load_programme("hubei-2025")
ROWS = 40


def sheet(papers: Any, number: int, rows: int, year: int = 2025, **fields: Any) -> Extraction:
    amounts = {str(row): papers.yuan("1.00") for row in range(1, rows + 1)}
    stated = NumberedAmounts(amounts=amounts) if rows else None
    read = papers.tax_sheet("a100000", year, rows=stated, **fields)
    return read.model_copy(update={"document": f"a100000-{number}"})  # type: ignore[no-any-return]


def taken(papers: Any, *sheets: Extraction) -> str:
    submission = papers.submission(papers.form(), papers.licence(), *sheets)
    one = chosen(submission.of_kind("a100000"), applicant_of(submission), PROGRAMME)
    assert one is not None
    return one.document


def test_a_stray_page_without_rows_is_not_taken_for_the_return(papers: Any) -> None:
    return_itself = sheet(papers, 2, ROWS, taxpayer_name=None)
    assert taken(papers, sheet(papers, 1, 0), return_itself) == "a100000-2"
    assert taken(papers, sheet(papers, 1, 3), return_itself) == "a100000-2"


def test_of_two_whole_returns_the_one_of_the_right_year_is_taken(papers: Any) -> None:
    older = sheet(papers, 1, ROWS - 7, year=2024)
    assert taken(papers, older, sheet(papers, 2, ROWS)) == "a100000-2"
    assert taken(papers, sheet(papers, 1, ROWS), older) == "a100000-1"


def test_of_returns_before_the_year_the_latest_is_taken(papers: Any) -> None:
    older = sheet(papers, 1, ROWS - 7, year=2023)
    assert taken(papers, older, sheet(papers, 2, ROWS, year=2024)) == "a100000-2"


def test_another_companys_return_is_never_taken_for_its_rows(papers: Any) -> None:
    other = sheet(papers, 2, ROWS, taxpayer_name=Text(value="鄂州宏远实业有限公司"))
    assert taken(papers, sheet(papers, 1, 0), other) == "a100000-1"
