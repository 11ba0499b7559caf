from extractor.rules.no_prompt_of_the_template_is_left import check
from models.extraction import Field

PROMPT = "（说明研发资金详细组成，包括购买服务、购买设备、员工工资等）"


def said(text: str) -> str:
    key = "application_form.rd_cost_items"
    found = check({"rd_cost_items": Field(key=key, label="成本组成", kind="rows", text=text)})
    assert found is not None
    assert (found.severity, found.outcome) == ("D", "passed")
    return found.message


def test_a_cell_with_only_its_prompt_is_noted() -> None:
    assert "成本组成" in said(PROMPT)


def test_a_cell_that_was_filled_in_behind_its_prompt_is_not() -> None:
    assert "成本组成" not in said(PROMPT + "员工工资371.15万元；购买设备101.64万元；" * 4)
    assert "成本组成" not in said("员工工资371.15万元")
