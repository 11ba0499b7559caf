import pytest

from extractor.reports.summary import declared_lines, shown
from models.report import Report


def test_a_declared_amount_is_shown_in_the_forms_own_unit(report: Report) -> None:
    line = next(each for each in declared_lines(report) if each.label == "2025年营业收入")
    assert line.declared == "2,309.43 万元"


def test_the_evidence_value_is_shown_with_its_document_and_page(report: Report) -> None:
    line = next(each for each in declared_lines(report) if each.label == "2025年营业收入")
    (comparison,) = line.comparisons
    assert comparison.other == "22,094,300.00 元"
    assert comparison.place == "审计报告 第 2 页"
    assert comparison.outcome == "failed"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("application_form.parameter_count", "7000000000", "70 亿"),
        ("audit_report.revenue", "-1902300.00", "-1,902,300.00 元"),
        ("business_licence.registered_capital", "USD 1000000.00", "1,000,000.00 USD"),
        ("application_form.uscc", None, "—"),
        ("application_form.consortium_members", [], "无"),
        ("audit_report.opinion", "qualified", "保留意见"),
        ("a100000.rows", {"1": "1.00", "2": None}, "2 行"),
    ],
)
def test_values_are_shown_as_a_reviewer_reads_them(
    key: str, value: str | list[str] | dict[str, str | None] | None, words: str
) -> None:
    assert shown(key, value) == words
