from extractor.rules.audit_has_a_verification_code import check


def test_a_code_passes() -> None:
    assert check(True) is None


def test_none_is_a_question() -> None:
    said = check(False)
    assert said is not None
    assert said.severity == "C"
