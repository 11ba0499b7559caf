from decimal import Decimal

from extractor.rules.a107012_is_complete import check
from models.extraction import Amount, Choice, Field


def rows(*absent: int) -> dict[str, Field]:
    amount = Amount(value=Decimal(1))
    return {
        f"row_{row}": Field(
            key=f"a107012.row_{row}", label="", kind="amount", value=amount, status="sure"
        )
        for row in range(1, 53)
        if row not in absent
    }


def test_all_rows_are_counted() -> None:
    said = check(Choice(value="2025"), rows())
    assert said is not None
    assert said.outcome == "passed"
    assert "52 行" in said.message


def test_absent_rows_are_named() -> None:
    said = check(Choice(value="2025"), rows(51, 52))
    assert said is not None
    assert said.outcome == "missing"
    assert "51、52" in said.message


def test_rows_that_can_not_be_read_are_named() -> None:
    blurred = rows()
    blurred["row_7"] = blurred["row_7"].model_copy(update={"value": None, "status": "unreadable"})
    said = check(Choice(value="2025"), blurred)
    assert said is not None
    assert said.outcome == "unreadable"
    assert said.values == ("a107012.row_7",)


def test_a_row_between_others_is_there_and_only_not_legible() -> None:
    said = check(Choice(value="2025"), rows(23, 24))
    assert said is not None
    assert said.outcome == "unreadable"
    assert "23、24" in said.message
    assert "22" not in said.message


def test_the_rows_of_a_lost_first_page_are_named() -> None:
    said = check(Choice(value="2025"), rows(*range(1, 30)))
    assert said is not None
    assert said.outcome == "missing"
    assert "、29行" in said.message
