from extractor.rules.rd_staff_is_part_of_staff import check
from models.extraction import Count


def test_a_part_passes_up_to_the_whole() -> None:
    assert check(Count(value=50), Count(value=50)) is None


def test_more_than_the_whole_fails() -> None:
    said = check(Count(value=51), Count(value=50))
    assert said is not None
    assert said.severity == "A"
    assert "51 人" in said.message
