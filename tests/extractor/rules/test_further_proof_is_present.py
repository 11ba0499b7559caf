from extractor.rules.further_proof_is_present import check


def test_one_paper_of_the_list_is_enough() -> None:
    assert check(False, True, False, False, False) is None


def test_none_at_all_is_a_question() -> None:
    said = check(False, False, False, False, False)
    assert said is not None
    assert said.severity == "C"
