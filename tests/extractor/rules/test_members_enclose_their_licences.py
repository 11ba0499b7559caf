from extractor.rules.members_enclose_their_licences import check
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


def test_a_paper_of_every_member_passes() -> None:
    assert check(cell("", LEAD.value, OTHER), LEAD, (LEAD, Text(value=OTHER))).outcome == "passed"


def test_a_member_without_its_paper_misses_it() -> None:
    said = check(cell("", LEAD.value, OTHER), LEAD, (LEAD,))
    assert (said.severity, said.outcome) == ("B", "missing")
    assert OTHER in said.message
    assert check(cell("", LEAD.value, OTHER), LEAD, None).outcome == "missing"


def test_a_paper_whose_name_was_not_read_may_be_the_members() -> None:
    assert check(cell("", LEAD.value, OTHER), LEAD, (LEAD, None)).outcome == "unreadable"


def test_a_single_applicant_is_not_asked() -> None:
    assert check(cell("无"), LEAD, (LEAD,)).outcome == "not_applicable"
