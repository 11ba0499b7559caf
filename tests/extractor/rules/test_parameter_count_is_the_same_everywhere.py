from decimal import Decimal

from extractor.rules.parameter_count_is_the_same_everywhere import check
from models.extraction import Number

FIVE_PERCENT = Decimal("0.05")


def yi(number: str) -> Number:
    return Number(value=Decimal(number) * 100_000_000)


def test_sizes_within_five_percent_pass() -> None:
    assert check(yi("70"), FIVE_PERCENT, yi("72"), None, (yi("70"), None), None) == []


def test_each_paper_of_another_size_is_named() -> None:
    said = check(yi("70"), FIVE_PERCENT, yi("140"), None, (yi("130"),), (yi("70"),))
    assert [each.severity for each in said] == ["C", "C"]
    assert "140 亿" in said[0].message
    assert "备案证明" in said[1].message


def test_the_active_parameters_are_accepted_with_a_note() -> None:
    (said,) = check(yi("370"), FIVE_PERCENT, yi("6710"), yi("370"), None, None)
    assert said.severity == "D"
