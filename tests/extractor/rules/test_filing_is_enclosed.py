from extractor.rules.filing_is_enclosed import check


def test_a_filing_passes() -> None:
    assert check(True) is None


def test_none_is_a_note() -> None:
    said = check(False)
    assert said is not None
    assert said.severity == "D"
