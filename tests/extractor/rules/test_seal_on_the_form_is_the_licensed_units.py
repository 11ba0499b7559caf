from typing import Any

import pytest

from extractor.rules.rule import Seals
from extractor.rules.seal_on_the_form_is_the_licensed_units import check
from models.extraction import Text, TextList

NAME = Text(value="武汉楚芯智能科技有限公司")


def test_the_recommending_offices_seal_stands_beside_it(papers: Any) -> None:
    rings = ("武汉市经济和信息化局", "武汉楚芯智能科技有限公司")
    assert (
        check(Seals(seals=tuple(papers.seal(ring) for ring in rings)), NAME, None).outcome
        == "passed"
    )


def test_another_units_seal_fails(papers: Any) -> None:
    said = check(Seals(seals=(papers.seal("鄂州宏远实业有限公司"),)), NAME, None)
    assert (said.severity, said.outcome) == ("B", None)


@pytest.mark.parametrize("kind", ["合同专用章", "财务专用章"])
def test_another_kind_of_seal_is_a_question(papers: Any, kind: str) -> None:
    said = check(Seals(seals=(papers.seal(f"{NAME.value}{kind}"),)), NAME, None)
    assert said.severity == "C"


def test_a_seal_in_a_former_name_passes(papers: Any) -> None:
    former = TextList(values=("武汉楚芯科技有限公司",))
    assert (
        check(Seals(seals=(papers.seal("武汉楚芯科技有限公司"),)), NAME, former).outcome == "passed"
    )


def test_without_a_seal_another_rule_speaks(papers: Any) -> None:
    said = check(Seals(), NAME, None)
    assert said.outcome == "not_applicable"
