from typing import Any

from extractor.rules.bought_equipment_shows_as_depreciation import check
from models.extraction import Rows, Text


def items(papers: Any, name: str) -> Rows:
    return Rows(records=({"name": Text(value=name), "amount": papers.wan("80")},))


def test_depreciation_explains_equipment(papers: Any) -> None:
    none = papers.yuan("0.00")
    assert check(items(papers, "购买设备"), none, papers.yuan("9.00"), none, None) is None


def test_equipment_that_shows_nowhere_is_a_question(papers: Any) -> None:
    none = papers.yuan("0.00")
    said = check(items(papers, "购买设备"), none, none, none, None)
    assert said is not None
    assert said.severity == "C"


def test_wages_need_no_depreciation(papers: Any) -> None:
    none = papers.yuan("0.00")
    assert check(items(papers, "员工工资"), none, none, none, None) is None
