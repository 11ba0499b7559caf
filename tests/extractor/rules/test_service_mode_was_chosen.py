from extractor.rules.service_mode_was_chosen import check
from models.extraction import Choices


def test_a_choice_beside_the_templates_passes() -> None:
    assert check(Choices(values=("APP", "网页"))) is None


def test_the_templates_own_tick_is_a_note() -> None:
    said = check(Choices(values=("APP",)))
    assert said is not None
    assert said.severity == "D"
