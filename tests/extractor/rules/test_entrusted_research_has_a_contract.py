from typing import Any

from extractor.rules.entrusted_research_has_a_contract import check
from models.extraction import Field, Rows, Text


def items(*names: str) -> dict[str, Field]:
    rows = Rows(records=tuple({"name": Text(value=name)} for name in names))
    key = "application_form.rd_cost_items"
    return {"rd_cost_items": Field(key=key, label="组成", kind="rows", value=rows, status="sure")}


def test_a_contract_or_a_bought_service_explains_it(papers: Any) -> None:
    assert check(papers.yuan("100.00"), True, None) is None
    assert check(papers.yuan("100.00"), False, items("购买服务")) is None


def test_without_either_it_is_a_note(papers: Any) -> None:
    said = check(papers.yuan("100.00"), False, items("员工工资"))
    assert said is not None
    assert said.severity == "D"


def test_without_entrusted_research_there_is_nothing_to_explain(papers: Any) -> None:
    said = check(papers.yuan("0.00"), False, None)
    assert said is not None
    assert said.outcome == "not_applicable"
