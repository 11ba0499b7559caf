import pytest

from extractor.rules.rule import Words
from extractor.rules.special_audit_is_of_the_declared_model import check
from models.extraction import Text

DECLARED = Text(value="楚衡轴承质检大模型")


def words(text: str) -> Words:
    return Words(pages=(text,), numbers=(1,))


@pytest.mark.parametrize("audited", ["楚衡轴承质检模型V1.0", "轴承质检大模型"])
def test_the_model_under_a_loose_name_passes(audited: str) -> None:
    assert check("1", DECLARED, Text(value=audited), None) is None


def test_another_subject_fails() -> None:
    said = check("1", DECLARED, Text(value="公司研究开发费用"), words("研究开发费用"))
    assert said is not None
    assert said.severity == "A"


@pytest.mark.parametrize("audited", [None, Text(value="公司研究开发费用")])
def test_a_report_on_several_projects_that_names_the_model_is_a_question(
    audited: Text | None,
) -> None:
    said = check("1", DECLARED, audited, words("RD01 智慧仓储 RD02 楚衡轴承质检大模型研发"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_a_report_that_names_no_model_at_all_misses_it() -> None:
    said = check("1", DECLARED, None, words("研究开发费用"))
    assert said is not None
    assert (said.severity, said.outcome) == ("A", "missing")
