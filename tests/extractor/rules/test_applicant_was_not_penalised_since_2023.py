from datetime import date

import pytest

from extractor.rules.applicant_was_not_penalised_since_2023 import check
from models.extraction import Count, Day, Rows, Scalar, Text

SINCE = date(2023, 1, 1)


def penalty(day: date | None, content: str = "罚款2000元") -> dict[str, Scalar | None]:
    return {
        "number": Text(value="武市监罚〔2024〕5号"),
        "decided_on": None if day is None else Day(value=day),
        "content": Text(value=content),
    }


def test_no_penalty_passes() -> None:
    assert check(Count(value=0), SINCE, None) is None


def test_a_small_fine_is_put_to_the_person_with_its_particulars() -> None:
    said = check(Count(value=1), SINCE, Rows(records=(penalty(date(2024, 5, 1)),)))
    assert said is not None
    assert said.severity == "C"
    assert "2024-05-01" in said.message
    assert "罚款2000元" in said.message


def test_a_closure_is_no_small_thing() -> None:
    rows = Rows(records=(penalty(date(2024, 5, 1), "责令停产停业"),))
    said = check(Count(value=1), SINCE, rows)
    assert said is not None
    assert said.severity == "A"


def test_older_penalties_are_a_note() -> None:
    said = check(Count(value=1), SINCE, Rows(records=(penalty(date(2022, 12, 31)),)))
    assert said is not None
    assert said.severity == "D"


@pytest.mark.parametrize("rows", [None, Rows(records=(penalty(None),))])
def test_a_penalty_of_unknown_date_is_put_to_the_person(rows: Rows | None) -> None:
    said = check(Count(value=1), SINCE, rows)
    assert said is not None
    assert said.severity == "C"


def test_a_closure_that_was_only_threatened_is_put_to_the_person() -> None:
    rows = Rows(records=(penalty(date(2024, 5, 1), "罚款5000元；逾期不改正的，责令停产停业"),))
    said = check(Count(value=1), SINCE, rows)
    assert said is not None
    assert said.severity == "C"
