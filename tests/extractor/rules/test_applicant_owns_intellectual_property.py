from extractor.rules.applicant_owns_intellectual_property import check
from models.extraction import Text, TextList

NAME, OTHER = Text(value="武汉楚芯智能科技有限公司"), Text(value="华中科技大学")


def test_one_right_of_its_own_is_enough() -> None:
    assert check(NAME, (OTHER,), (NAME,), None, None, None) is None


def test_a_shared_right_counts() -> None:
    shared = Text(value=f"{OTHER.value}、{NAME.value}")
    assert check(NAME, (shared,), None, None, None, None) is None


def test_a_members_right_counts() -> None:
    assert check(NAME, (OTHER,), None, TextList(values=(OTHER.value,)), None, None) is None


def test_others_rights_alone_are_a_question() -> None:
    said = check(NAME, (OTHER,), (), None, None, None)
    assert said is not None
    assert said.severity == "C"


def test_none_beside_other_proof_is_a_question() -> None:
    said = check(NAME, None, None, None, None, None, True, False, False)
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_without_any_proof_only_the_completeness_rule_speaks() -> None:
    said = check(NAME, None, None, None, None, None, False, False, False)
    assert said is not None
    assert said.outcome == "not_applicable"


def test_a_right_under_a_former_name_counts() -> None:
    former = TextList(values=(OTHER.value,))
    assert check(NAME, (OTHER,), None, None, None, former) is None
