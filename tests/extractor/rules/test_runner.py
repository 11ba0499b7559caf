"""What a reviewer is told, given what was read and how surely."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.catalogue import rules
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Said
from extractor.rules.runner import run
from models.extraction import Amount, Choice, Choices, Count, Day, Extraction, Rows, Text
from models.finding import Disagreement, Finding

PROGRAMME = load_programme("hubei-2025")


def finding(rule: Rule | str, *extractions: Extraction, papers: Any, **more: Any) -> Finding:
    one = next(each for each in rules() if each.code == rule) if isinstance(rule, str) else rule
    (said,) = run(papers.submission(*extractions, **more), (one,), PROGRAMME)
    return said


def a_rule(check: Any, *reads: str, **more: Any) -> Rule:
    return Rule(
        code="X-01",
        title="示例",
        source=practice("示例"),
        severity=more.pop("severity", "B"),
        reads=reads,
        check=check,
        **more,
    )


def test_equal_values_pass_with_both_shown_in_their_own_units(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1234.56")),
        papers.audit(2025, revenue=papers.yuan("12345600.00")),
        papers=papers,
    )
    assert said.outcome == "passed"
    assert "1,234.56 万元" in said.message
    assert "12,345,600.00 元" in said.message
    assert [value.field for value in said.values] == [
        "application_form.revenue",
        "audit_report.revenue",
    ]
    assert all(value.evidence for value in said.values)


def test_different_values_fail_and_say_by_how_much(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1300.00")),
        papers.audit(2025, revenue=papers.yuan("12345600.00")),
        papers=papers,
    )
    assert (said.outcome, said.severity) == ("failed", "B")
    assert "相差 654,400.00 元" in said.message


def test_a_doubtful_value_never_fails_anything(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1300.00")),
        papers.audit(2025, revenue=(papers.yuan("12345600.00"), "doubtful")),
        papers=papers,
    )
    assert said.outcome == "unreadable"
    assert "识别置信度偏低" in said.message


def test_a_doubtful_value_that_agrees_with_another_paper_is_confirmed(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1234.56")),
        papers.audit(2025, revenue=(papers.yuan("12345600.00"), "doubtful")),
        papers=papers,
    )
    assert said.outcome == "passed"


def test_a_doubtful_value_that_nothing_confirms_does_not_pass(papers: Any) -> None:
    report = papers.of("credit_report", {"dishonest": (Count(value=0), "doubtful")})
    assert finding("CRE-01", report, papers=papers).outcome == "unreadable"


def test_a_value_that_is_there_but_not_legible_is_unreadable(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=(None, "unreadable")),
        papers.audit(2025, revenue=papers.yuan("1.00")),
        papers=papers,
    )
    assert said.outcome == "unreadable"
    assert "申报书" in said.message


def test_a_field_absent_from_a_document_that_is_there_is_missing(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1")),
        papers.audit(2025, revenue=None, net_profit=papers.yuan("1.00")),
        papers=papers,
    )
    assert (said.outcome, said.severity) == ("missing", "B")
    assert "审计报告" in said.message


def test_an_absent_document_is_named_once_and_by_its_own_rule(papers: Any) -> None:
    form = papers.form(revenue=papers.wan("1"))
    assert finding("M-05", form, papers=papers).outcome == "missing"
    said = finding("FIN-01", form, papers=papers)
    assert said.outcome == "not_applicable"
    assert "审计报告" in said.message


def test_an_absent_table_of_the_form_is_an_absent_document(papers: Any) -> None:
    form = papers.form(part=Choices(values=("cover", "model")), revenue=None, unit_name=None)
    audit = papers.audit(2025, revenue=papers.yuan("1.00"))
    assert finding("M-02", form, papers=papers).outcome == "missing"
    said = finding("FIN-01", form, audit, papers=papers)
    assert said.outcome == "not_applicable"
    assert "单位基本情况表" in said.message


def test_a_lost_page_of_the_research_sheet_is_an_absent_document(papers: Any) -> None:
    rows = {f"row_{row}": papers.yuan("0.00") if row < 30 else None for row in range(1, 53)}
    sheet = papers.tax_sheet("a107012", 2025, edition=Choice(value="2025"), **rows)
    form = papers.form(rd_cost=papers.wan("1"))
    assert finding("M-18", sheet, papers=papers).outcome == "missing"
    assert finding("SPA-08", form, sheet, papers=papers).outcome == "not_applicable"


def test_the_comparative_column_is_used_where_it_is_the_year_in_question(papers: Any) -> None:
    said = finding(
        "FIN-03",
        papers.form(),
        papers.audit(2025, revenue=papers.yuan("900.00"), revenue_prior=papers.yuan("800.00")),
        papers.tax_sheet("a100000", 2024, revenue=papers.yuan("800.00")),
        papers=papers,
    )
    assert said.outcome == "passed"
    assert "audit_report.revenue_prior" in [value.field for value in said.values]
    assert "上期金额" in said.message


def test_last_years_return_can_not_be_compared_before_the_new_one_is_due(papers: Any) -> None:
    documents = (
        papers.form(revenue=papers.wan("1300.00")),
        papers.tax_sheet("a100000", 2024, revenue=papers.yuan("1.00")),
    )
    early = finding("FIN-02", *documents, papers=papers)
    assert (early.outcome, early.severity) == ("not_comparable", "D")
    assert "2024" in early.message
    late = finding("FIN-02", *documents, papers=papers, submitted_on=date(2026, 6, 2))
    assert (late.outcome, late.severity) == ("not_comparable", "B")


def test_an_unknown_year_leaves_the_comparison_open(papers: Any) -> None:
    said = finding(
        "FIN-02",
        papers.form(revenue=papers.wan("1300.00")),
        papers.tax_sheet("a100000", 2024, revenue=papers.yuan("1.00"), period_end=None),
        papers=papers,
    )
    assert said.outcome == "unreadable"


@pytest.mark.parametrize("rule", ["FIN-01", "FIN-03"])
def test_a_doubtful_year_leaves_the_comparison_open(papers: Any, rule: str) -> None:
    said = finding(
        rule,
        papers.form(revenue=papers.wan("1300.00")),
        papers.audit(
            2025, fiscal_year=(Count(value=2025), "doubtful"), revenue=papers.yuan("12345600.00")
        ),
        papers.tax_sheet("a100000", 2025, revenue=papers.yuan("22345600.00")),
        papers=papers,
    )
    assert said.outcome == "unreadable"


def test_figures_of_another_company_are_not_compared(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1300.00")),
        papers.licence(),
        papers.audit(
            2025, entity_name=Text(value="鄂州宏远实业有限公司"), revenue=papers.yuan("1.00")
        ),
        papers=papers,
    )
    assert said.outcome == "not_comparable"


def test_consolidated_statements_alone_are_not_compared(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1300.00")),
        papers.audit(2025, scope=Choice(value="consolidated"), revenue=papers.yuan("1.00")),
        papers=papers,
    )
    assert said.outcome == "not_comparable"


def test_of_two_reports_the_applicants_of_the_right_year_is_taken_and_named(papers: Any) -> None:
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1234.56")),
        papers.audit(2024, revenue=papers.yuan("1.00")),
        papers.audit(2025, number=2, revenue=papers.yuan("12345600.00")),
        papers=papers,
    )
    assert said.outcome == "passed"
    assert "audit_report-2" in said.message


def test_a_return_of_an_old_edition_behind_the_current_one_is_lawful(papers: Any) -> None:
    older = papers.tax_sheet("a107012", 2023, row_1=papers.yuan("1.00"))
    newer = papers.tax_sheet("a107012", 2024, row_1=papers.yuan("1.00"))
    newer = newer.model_copy(update={"document": "a107012-2"})
    said = finding("RD-11", papers.form(), papers.licence(), older, newer, papers=papers)
    assert (said.outcome, said.severity) == ("passed", "D")
    assert "2024" in said.message


def test_of_two_licences_the_applicants_is_taken(papers: Any) -> None:
    other = papers.of(
        "business_licence",
        {"name": Text(value="武汉楚芯智能装备有限公司"), "uscc": Text(value="91")},
    )
    own = papers.licence().model_copy(update={"document": "business_licence-2"})
    said = finding("ID-04", papers.form(), other, own, papers=papers)
    assert said.outcome == "passed"


def test_each_tax_proof_is_checked_and_the_worst_is_told(papers: Any) -> None:
    def proof(number: int, name: str) -> Extraction:
        return papers.of("tax_certificate", {"taxpayer_name": Text(value=name)}, number=number)

    said = finding(
        "ID-05",
        papers.licence(),
        proof(1, papers.name),
        proof(2, "鄂州宏远实业有限公司"),
        papers=papers,
    )
    assert said.outcome == "failed"
    assert "tax_certificate-2" in said.message
    assert [value.document for value in said.values] == ["tax_certificate-2", "business_licence-1"]


def test_a_disagreement_is_judged_on_the_values_it_names(papers: Any) -> None:
    def check(first: Amount, second: Amount) -> Said:
        return [
            Disagreement(severity="B", message="甲", values=("application_form.revenue",)),
            Disagreement(severity="B", message="乙", values=("application_form.ai_revenue",)),
        ]

    rule = a_rule(check, "application_form.revenue", "application_form.ai_revenue")
    form = papers.form(revenue=papers.wan("1"), ai_revenue=(papers.wan("2"), "doubtful"))
    said = finding(rule, form, papers=papers)
    assert said.outcome == "failed"
    assert said.message.startswith("甲")
    assert "乙" in said.message


def test_a_hit_of_severity_c_is_doubtful_and_of_d_passes_with_its_note(papers: Any) -> None:
    form = papers.form(revenue=papers.wan("1"))
    for severity, outcome in (("C", "doubtful"), ("D", "passed")):
        said = finding(
            a_rule(
                lambda _, severity=severity: Disagreement(severity=severity, message="提示"),
                "application_form.revenue",
            ),
            form,
            papers=papers,
        )
        assert (said.outcome, said.severity, said.message) == (outcome, severity, "提示")


def test_an_optional_value_that_can_not_be_read_is_never_called_missing(papers: Any) -> None:
    licence = papers.licence(type=(None, "unreadable"))
    assert finding("LIC-01", licence, papers=papers).outcome == "unreadable"
    assert finding("LIC-01", papers.licence(type=None), papers=papers).outcome == "missing"


def test_every_rule_gives_exactly_one_finding_on_nothing_at_all(papers: Any) -> None:
    findings = run(papers.submission(), rules(), PROGRAMME)
    assert [each.rule for each in findings] == [each.code for each in rules()]
    outcomes = {each.outcome for each in findings if each.rule != "FIL-05"}
    assert outcomes == {"missing", "not_applicable"}
    missing = {each.rule for each in findings if each.outcome == "missing"}
    assert missing == {f"M-{number:02d}" for number in range(1, 14)}


def test_a_finding_quotes_the_clause_of_the_programme_that_is_checked(papers: Any) -> None:
    said = finding("FIN-01", papers=papers)
    assert said.source == PROGRAMME.citation("Q13", "Q18")


def test_the_word_copy_contradicts_the_sealed_form(papers: Any) -> None:
    word = papers.of(
        "application_form",
        {"unit_name": Text(value=papers.name), "revenue": papers.wan("999.00")},
        number=2,
        source="word",
    )
    form = papers.form(revenue=papers.wan("1300.00"))
    said = finding("SUB-04", form, word, papers=papers)
    assert said.outcome == "failed"
    assert {value.document for value in said.values} == {"application_form-1", "application_form-2"}
    assert finding("SUB-04", form, papers=papers).outcome == "not_applicable"


def test_the_declared_value_is_the_sealed_forms(papers: Any) -> None:
    word = papers.of("application_form", {"revenue": papers.wan("999.00")}, number=2, source="word")
    said = finding(
        "FIN-01",
        word,
        papers.form(revenue=papers.wan("1234.56")),
        papers.audit(2025, revenue=papers.yuan("12345600.00")),
        papers=papers,
    )
    assert said.outcome == "passed"


@pytest.mark.parametrize(
    ("rings", "outcome"),
    [
        (["武汉楚芯智能科技有限公司"], "passed"),
        (["湖北荆睿装备有限公司"], "failed"),
        (["武汉楚芯智能科技有限公司合同专用章"], "doubtful"),
        ([], "missing"),
    ],
)
def test_the_commitments_seal_is_compared_with_the_applicant(
    papers: Any, rings: list[str], outcome: str
) -> None:
    commitment = papers.of("commitment", {}, seals=tuple(papers.seal(ring) for ring in rings))
    assert finding("COM-04", papers.licence(), commitment, papers=papers).outcome == outcome


def test_a_seal_that_two_readings_disagree_on_fails_nothing(papers: Any) -> None:
    commitment = papers.of(
        "commitment", {}, seals=(papers.seal("湖北荆睿装备有限公司", certain=False),)
    )
    assert finding("COM-04", papers.licence(), commitment, papers=papers).outcome == "unreadable"


def test_a_ring_that_is_the_printed_name_needs_no_second_reading(papers: Any) -> None:
    commitment = papers.of("commitment", {}, seals=(papers.seal(papers.name, certain=False),))
    assert finding("COM-04", papers.licence(), commitment, papers=papers).outcome == "passed"


def test_a_ring_that_reads_the_same_on_two_papers_is_certain(papers: Any) -> None:
    other = (papers.seal("湖北荆睿装备有限公司", certain=False),)
    commitment = papers.of("commitment", {}, seals=other)
    report = papers.of("rd_report", {}, seals=other)
    said = finding("COM-04", papers.licence(), commitment, report, papers=papers)
    assert said.outcome == "failed"


def income_statement(papers: Any, *doubts: str, profit: str = "45.00") -> Extraction:
    lines = {"营业收入": "100.00", "营业成本": "60.00", "营业利润": "40.00"}
    lines |= {"营业外收入": "0.00", "营业外支出": "0.00", "利润总额": profit}
    rows = Rows(
        records=tuple(
            {"line": Text(value=name), "current": papers.yuan(amount), "prior": None}
            for name, amount in lines.items()
        )
    )
    report: Extraction = papers.audit(2025, income_statement=(rows, "doubtful"))
    stated = report.field("income_statement")
    assert stated is not None
    return report.with_fields({stated.key: stated.model_copy(update={"doubts": doubts})})


def test_a_doubt_about_one_line_leaves_sums_of_other_lines_to_be_judged(papers: Any) -> None:
    report = income_statement(papers, "“营业成本”本期：识别置信度偏低")
    said = finding("AUD-08", report, papers=papers)
    assert said.outcome == "failed"
    assert "利润总额" in said.message


@pytest.mark.parametrize("doubt", ["“利润总额”本期：识别置信度偏低", "报表未见金额单位，按元计"])
def test_a_sum_with_a_doubtful_line_is_not_judged(papers: Any, doubt: str) -> None:
    said = finding("AUD-08", income_statement(papers, doubt), papers=papers)
    assert said.outcome == "unreadable"


@pytest.mark.parametrize("rule", ["AUD-08", "AUD-12", "AUD-13", "FIN-15", "RD-06"])
def test_a_public_body_is_not_asked_for_the_lines_of_a_company(rule: str, papers: Any) -> None:
    said = finding(
        rule,
        papers.form(rd_cost=papers.wan("100.00")),
        papers.audit(
            2025,
            activity_statement=Choice(value="收入费用表"),
            revenue=papers.yuan("12345600.00"),
            balance_sheet=Rows(records=({"line": Text(value="资产总计")},)),
            total_assets=papers.yuan("1.00"),
        ),
        papers.tax_sheet("a100000", 2025, total_profit=papers.yuan("1.00")),
        papers.tax_sheet("a107012", 2025, row_41=papers.yuan("1.00")),
        papers=papers,
    )
    assert said.outcome == "not_applicable"
    assert "收入费用表" in said.message


def test_figures_of_a_report_whose_unit_was_read_in_part_are_still_compared(papers: Any) -> None:
    report = papers.audit(
        2025,
        entity_name=Text(value=f"{papers.name}及其子公司"),
        revenue=papers.yuan("12345600.00"),
    )
    said = finding(
        "FIN-01",
        papers.form(revenue=papers.wan("1234.56")),
        papers.licence(),
        report,
        papers=papers,
    )
    assert said.outcome == "passed"


def test_a_doubtful_day_on_one_paper_leaves_another_s_day_to_be_judged(papers: Any) -> None:
    signed = Day(value=date(2026, 3, 10))
    said = finding(
        "AUD-04",
        papers.audit(2025, signed_on=signed),
        papers.of("commitment", {"signed_on": (Day(value=date(2026, 3, 29)), "doubtful")}),
        papers=papers,
    )
    assert said.outcome == "passed"
