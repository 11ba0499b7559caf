from typing import Any

from extractor.rules.letter_names_the_applicant import check
from models.extraction import Text
from models.finding import Disagreement

OFFICE = "武汉市经济和信息化局"
LINES = (
    "湖北省工业领域专用模型推荐函",
    "省经信厅：经审核，现推荐武汉楚芯智能科技有限公司等3家单位申报。",
    OFFICE,
    "2026年3月31日",
)


def said(papers: Any, *lines: str, ring: str = OFFICE) -> list[Disagreement]:
    seals = (papers.seal(ring),) if ring else ()
    return check((papers.page(*lines, seals=seals),), Text(value=papers.name))


def test_a_letter_with_unit_seal_and_day_passes(papers: Any) -> None:
    assert [each.outcome for each in said(papers, *LINES)] == ["passed"]


def test_a_letter_on_others_is_a_question(papers: Any) -> None:
    (each,) = said(papers, *(line.replace("楚芯智能", "宏远重工") for line in LINES))
    assert (each.severity, each.outcome) == ("C", None)


def test_a_letter_without_seal_or_day_says_so(papers: Any) -> None:
    assert [each.outcome for each in said(papers, *LINES[:3], ring="")] == ["missing", None]


def test_a_bundle_without_a_letter_is_not_faulted(papers: Any) -> None:
    assert [each.outcome for each in said(papers, "目录")] == ["not_applicable"]
