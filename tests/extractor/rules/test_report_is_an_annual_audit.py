from extractor.rules.report_is_an_annual_audit import check
from extractor.rules.rule import Words


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def test_an_audit_passes_whatever_else_it_mentions() -> None:
    assert check(words("审计报告", "已经验资报告验证")) is None


def test_another_kind_of_report_is_a_question() -> None:
    said = check(words("封面", "财务报表审阅报告"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)
    assert "第 2 页" in said.message


def test_statements_without_a_report_tell_nothing() -> None:
    said = check(words("资产负债表"))
    assert said is not None
    assert said.outcome == "not_applicable"
