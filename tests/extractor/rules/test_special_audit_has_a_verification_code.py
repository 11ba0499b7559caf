from extractor.rules.rule import Words
from extractor.rules.special_audit_has_a_verification_code import check


def test_a_report_with_its_code_passes() -> None:
    assert check(Words(("专项审计报告", "报告编码:鄂267R7R191H"))) is None


def test_a_report_without_one_is_a_note() -> None:
    said = check(Words(("专项审计报告",)))
    assert said is not None
    assert said.severity == "D"
