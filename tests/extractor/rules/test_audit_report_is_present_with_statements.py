from extractor.rules.audit_report_is_present_with_statements import check


def test_opinion_and_both_statements_make_a_report() -> None:
    assert check(True, True, True, True, True, True, False) is None


def test_a_statement_is_known_by_its_figures_too() -> None:
    assert check(True, True, False, True, False, True, False) is None


def test_a_lost_income_statement_is_named() -> None:
    said = check(True, True, True, True, False, False, False)
    assert said is not None
    assert said.outcome == "missing"
    assert "利润表" in said.message
    assert "资产负债表" not in said.message


def test_an_institution_has_another_statement_instead() -> None:
    assert check(True, True, True, True, False, False, True) is None


def test_without_a_report_nothing_else_is_said() -> None:
    said = check(False, False, False, False, False, False, False)
    assert said is not None
    assert said.message == "未见年度审计报告"
