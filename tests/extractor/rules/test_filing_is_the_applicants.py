from extractor.rules.filing_is_the_applicants import check
from models.extraction import Text, TextList

NAME, OTHER = (
    Text(value="武汉楚芯智能科技有限公司"),
    Text(value="阿里巴巴达摩院（杭州）科技有限公司"),
)


def test_the_applicants_filing_passes() -> None:
    assert check(NAME, NAME, None, None, None, None) is None


def test_a_members_filing_passes() -> None:
    assert check(OTHER, NAME, None, TextList(values=(OTHER.value,)), None, None) is None


def test_anothers_filing_fails() -> None:
    said = check(OTHER, NAME, None, None, Text(value="达摩院交互式算法"), None)
    assert said is not None
    assert said.severity == "B"


def test_the_base_models_filing_is_a_note() -> None:
    base = Text(value="基于通义千问2.5开源模型")
    said = check(OTHER, NAME, None, None, Text(value="通义千问大模型算法"), base)
    assert said is not None
    assert said.severity == "D"


def test_an_owner_one_look_alike_away_is_not_judged() -> None:
    said = check(Text(value="武汉楚芯智能料技有限公司"), NAME, None, None, None, None)
    assert said is not None
    assert said.outcome == "unreadable"
