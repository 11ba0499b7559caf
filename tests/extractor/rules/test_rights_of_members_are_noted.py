from extractor.rules.rights_of_members_are_noted import check
from models.extraction import Text, TextList

UNIT, OTHER = Text(value="武汉楚芯智能科技有限公司"), Text(value="湖北荆睿装备有限公司")
MEMBERS = TextList(values=(UNIT.value, OTHER.value))


def test_a_members_right_is_a_note_that_names_it() -> None:
    said = check(OTHER, UNIT, MEMBERS)
    assert said is not None
    assert said.severity == "D"
    assert OTHER.value in said.message


def test_the_applicants_right_and_a_strangers_are_not_noted_here() -> None:
    assert check(UNIT, UNIT, MEMBERS) is None
    assert check(OTHER, UNIT, None) is None
    assert check(Text(value=f"{UNIT.value}、{OTHER.value}"), UNIT, MEMBERS) is None
