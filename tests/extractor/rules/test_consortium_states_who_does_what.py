from extractor.rules.consortium_states_who_does_what import check
from models.extraction import Field, Text, TextList

LEAD = Text(value="武汉楚芯智能科技有限公司")
OTHER = "湖北荆睿装备有限公司"


def cell(text: str, *names: str) -> dict[str, Field]:
    field = Field(
        key="application_form.consortium_members",
        label="联合体成员单位",
        kind="list",
        value=TextList(values=names),
        text=text,
        status="sure",
    )
    return {"consortium_members": field}


def test_a_cell_that_says_it_passes() -> None:
    assert (
        check(
            cell("牵头单位：甲，负责研发；成员单位：乙，负责数据", LEAD.value, OTHER), LEAD
        ).outcome
        == "passed"
    )


def test_a_cell_that_does_not_say_it_misses_it() -> None:
    said = check(cell("牵头单位：甲；成员单位：乙", LEAD.value, OTHER), LEAD)
    assert (said.severity, said.outcome) == ("B", "missing")


def test_a_single_applicant_is_not_asked() -> None:
    assert check(cell("无"), LEAD).outcome == "not_applicable"
    assert check(cell(LEAD.value, LEAD.value), LEAD).outcome == "not_applicable"
