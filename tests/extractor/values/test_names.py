"""Company names."""

import pytest

from extractor.values import names


@pytest.mark.parametrize(
    "other",
    [
        "武汉（东湖）科技有限公司",
        "武汉(东湖)科技有限公司",
        "武汉（东湖）科技 有限公司（公章）",
        "武汉（东湖）科技有限公司（盖章）",
        "武汉（东湖）科技\n有限公司",
        "武汉（东湖）科技有限公司（加盖公章）",
    ],
)
def test_brackets_spaces_and_seal_remarks_make_no_difference(other: str) -> None:
    assert names.compare("武汉（东湖）科技有限公司", other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("武汉未来科技有限公司", "武汉末来科技有限公司"),
        ("武汉天工软件有限公司", "武汉夫工软件有限公司"),
        ("武汉A0科技有限公司", "武汉AO科技有限公司"),
    ],
)
def test_one_look_alike_apart_may_be_a_misreading(one: str, other: str) -> None:
    assert names.compare(one, other) == names.compare(other, one) == "confusable"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("武汉长江科技有限公司", "武汉黄河科技有限公司"),
        ("武汉长江科技有限公司", "武汉长江科技股份有限公司"),
        ("武汉长江科技有限公司", "武汉长江科技有限公司汉口分公司"),
        ("武汉长江科技有限公司", "武汉长安科技有限公司"),
    ],
)
def test_other_names_are_different(one: str, other: str) -> None:
    assert names.compare(one, other) == "different"


@pytest.mark.parametrize(
    "piece",
    [
        "公司",
        "有限公司",
        "股份有限公司",
        "武汉市钧芯信息技术股份有限",
        "楚天智造（武汉）科技有限责任公",
    ],
)
def test_a_piece_of_a_name_is_no_name(piece: str) -> None:
    assert names.parse(piece) is None


@pytest.mark.parametrize(
    "whole",
    ["武汉市钧芯信息技术股份有限公司", "武汉大学", "湖北华创合伙企业（有限合伙）", "东风汽车集团"],
)
def test_a_whole_name_stands(whole: str) -> None:
    named = names.parse(whole)
    assert named is not None
    assert named.value == whole
