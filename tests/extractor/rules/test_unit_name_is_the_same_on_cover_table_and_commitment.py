from extractor.rules.unit_name_is_the_same_on_cover_table_and_commitment import check
from models.extraction import Text

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")


def test_one_name_on_all_three_passes() -> None:
    assert check(OWN, OWN, OWN) == []


def test_another_name_on_the_cover_fails() -> None:
    (said,) = check(OTHER, OWN, None)
    assert said.values == ("application_form.cover_unit_name", "application_form.unit_name")


def test_another_name_on_the_commitment_fails() -> None:
    (said,) = check(OWN, OWN, OTHER)
    assert said.values[0] == "commitment.unit_name"
