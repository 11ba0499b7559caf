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
