from __future__ import annotations

from typing import Any

import pytest

from extractor.rules.rule import Seals
from extractor.rules.sealing import own_seal

NAME = "武汉楚芯智能科技有限公司"


@pytest.mark.parametrize(
    ("rings", "whose"),
    [
        ([NAME], "own"),
        (["鄂州宏远实业有限公司", NAME], "own"),
        ([NAME + "合同专用章"], "of another kind"),
        ([NAME + "合同专用章", NAME], "own"),
        (["鄂州宏远实业有限公司"], "of another unit"),
        (["武汉市经济和信息化局"], "none"),
        (["武汉楚芯智能科技有限公可"], "unread"),
        ([], "none"),
    ],
)
def test_whose_seal_it_is(papers: Any, rings: list[str], whose: str) -> None:
    assert own_seal(Seals(seals=tuple(papers.seal(ring) for ring in rings)), [NAME]) == whose


def test_an_unread_ring_beside_anothers_may_be_the_units_own(papers: Any) -> None:
    seals = (papers.seal("鄂州宏远实业有限公司"), papers.seal("武汉", certain=False))
    assert own_seal(Seals(seals=seals), [NAME]) == "unread"
