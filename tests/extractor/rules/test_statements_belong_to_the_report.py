from typing import Any

from extractor.rules.rule import Seals
from extractor.rules.statements_belong_to_the_report import check
from models.extraction import Count, Text
from models.finding import Disagreement

BODY = "审计报告我们审计了武汉楚芯智能科技有限公司财务报表"
SHEET = "资产负债表编制单位:武汉楚芯智能科技有限公司2025年12月31日单位:元"
FIRM = Text(value="湖北中天会计师事务所（普通合伙）")


def said(papers: Any, *pages: str, rings: tuple[str, ...] = ()) -> list[Disagreement]:
    seals = Seals(tuple(papers.seal(ring) for ring in rings))
    return check(papers.words(*pages), Text(value=papers.name), Count(value=2025), FIRM, seals)


def test_statements_of_the_audited_unit_and_year_pass(papers: Any) -> None:
    income = "利润表编制单位:武汉楚芯智能科技有限公司2025年度单位:元"
    assert [each.outcome for each in said(papers, BODY, SHEET, income)] == ["passed"]


def test_a_statement_of_another_unit_is_a_question(papers: Any) -> None:
    (each,) = said(papers, BODY, SHEET.replace("武汉楚芯智能", "鄂州宏远重工"))
    assert (each.severity, each.outcome) == ("C", None)
    assert "第 2 页" in each.message


def test_a_letter_misread_in_small_print_is_passed_over(papers: Any) -> None:
    assert [each.outcome for each in said(papers, SHEET.replace("芯", "心"))] == ["passed"]


def test_a_statement_of_another_year_is_a_question(papers: Any) -> None:
    (each,) = said(papers, SHEET.replace("2025年", "2024年"))
    assert "2024" in each.message


def test_a_second_firm_s_seal_is_a_question(papers: Any) -> None:
    own, other = "湖北中天会计师事务所", "深圳市鹏城永信会计师事务所"
    assert [each.outcome for each in said(papers, SHEET, rings=(own,))] == ["passed"]
    (each,) = said(papers, SHEET, rings=(own, other))
    assert "鹏城" in each.message


def test_pages_that_name_nobody_are_not_judged(papers: Any) -> None:
    assert [each.outcome for each in said(papers, BODY)] == ["not_applicable"]
