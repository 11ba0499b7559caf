from extractor.rules.model_table_is_present import check
from models.extraction import Choices


def test_a_part_that_was_seen_is_there() -> None:
    assert check(True, Choices(values=("model",))) is None


def test_a_form_without_the_part_lacks_it() -> None:
    said = check(True, Choices(values=()))
    assert said is not None
    assert (said.outcome, said.severity) == ("missing", "A")


def test_without_a_form_the_part_is_missing() -> None:
    assert check(False, None) is not None
