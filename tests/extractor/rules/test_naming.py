import pytest

from extractor.rules.naming import kind_of_seal, name_on_seal, names_agree, names_in
from models.extraction import Text, TextList


@pytest.mark.parametrize(
    "ring",
    [
        "武汉楚芯智能科技有限公司",
        "★武汉楚芯智能科技有限公司★4201001234567",
        "武汉楚芯智能科技有限公司合同专用章",
        "武汉楚芯智能科技有限公司公章",
    ],
)
def test_a_ring_gives_the_name_without_number_star_and_kind(ring: str) -> None:
    assert name_on_seal(ring) == "武汉楚芯智能科技有限公司"


def test_only_other_kinds_than_the_official_seal_are_named() -> None:
    assert kind_of_seal("楚芯公司财务专用章") == "财务专用章"
    assert kind_of_seal("楚芯公司公章") is None
    assert kind_of_seal("楚芯公司") is None


def test_names_come_from_lists_and_from_texts_that_list_them() -> None:
    assert names_in(TextList(values=("甲公司", "乙公司"))) == ("甲公司", "乙公司")
    assert names_in(Text(value="甲公司、乙公司；丙公司")) == ("甲公司", "乙公司", "丙公司")
    assert names_in(None) == ()


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ("武汉楚芯智能科技有限公司及其子公司", "unreadable"),
        ("楚芯智能科技有限公司", "unreadable"),
        ("武汉楚芯智能科技有限公司光谷分公司", None),
        ("鄂州楚芯智能科技有限公司", None),
        ("科技有限公司", None),
    ],
)
def test_a_piece_of_a_name_may_be_misread_and_a_branch_is_another(
    other: str, outcome: str | None
) -> None:
    name = Text(value="武汉楚芯智能科技有限公司")
    said = names_agree("申报表", name, "审计报告", Text(value=other))
    assert said is not None
    assert said.outcome == outcome
