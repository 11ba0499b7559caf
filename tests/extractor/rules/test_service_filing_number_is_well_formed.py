from datetime import date

import pytest

from extractor.rules.service_filing_number_is_well_formed import check
from models.extraction import Day, Identifier

SUBMITTED = Day(value=date(2026, 3, 30))


@pytest.mark.parametrize("number", ["Beijing-YunQue-20230821", "Jiangsu-CarrotAI-202407030002"])
def test_place_name_and_day_pass(number: str) -> None:
    assert check(Identifier(value=number), SUBMITTED) is None


def test_a_day_to_come_is_a_question() -> None:
    said = check(Identifier(value="Hubei-ChuXin-20260821"), SUBMITTED)
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_an_algorithm_filing_is_another_rules_business() -> None:
    said = check(Identifier(value="网信算备330110507206401230035号"), SUBMITTED)
    assert said is not None
    assert said.outcome == "not_applicable"
