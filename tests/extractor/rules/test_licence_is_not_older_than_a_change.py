from extractor.rules.licence_is_not_older_than_a_change import check
from models.extraction import Text

OLD, NEW = Text(value="王建国"), Text(value="李思源")


def test_one_person_on_licence_and_credit_report_passes() -> None:
    assert check(OLD, OLD, NEW).outcome == "passed"


def test_two_papers_that_name_another_person_are_a_question() -> None:
    said = check(OLD, NEW, NEW)
    assert (said.severity, said.outcome) == ("C", None)


def test_papers_that_all_differ_or_a_look_alike_tell_nothing() -> None:
    assert check(OLD, NEW, None).outcome == "not_applicable"
    assert check(OLD, NEW, Text(value="赵六")).outcome == "not_applicable"
    assert (
        check(Text(value="王玉"), Text(value="王王"), Text(value="王王")).outcome
        == "not_applicable"
    )
