from extractor.rules.commitment_is_present import check


def test_a_paper_that_is_there_is_not_missed() -> None:
    assert check(True) is None


def test_an_absent_paper_is_missing() -> None:
    said = check(False)
    assert said is not None
    assert (said.outcome, said.severity) == ("missing", "A")
