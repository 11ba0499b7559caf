from datetime import date
from typing import Any

from extractor.rules.office_checked_every_unit import check
from models.extraction import Text, TextList
from models.finding import Disagreement

SINCE = date(2023, 1, 1)
OFFICE = "武汉市经济和信息化局"
LINES = (
    "关于申报单位的核查意见",
    "经核查，武汉楚芯智能科技有限公司自2023年1月1日至今未发现违法违规行为和重大问题。",
    OFFICE,
)
MEMBERS = TextList(values=("武汉楚芯智能科技有限公司", "湖北荆睿装备有限公司"))


def said(papers: Any, *lines: str, ring: str = OFFICE, **more: Any) -> list[Disagreement]:
    seals = (papers.seal(ring, certain=more.pop("certain", True)),) if ring else ()
    page = papers.page(*lines, seals=seals)
    return check((page,), SINCE, Text(value=papers.name), more.get("members"))


def test_a_sealed_opinion_on_the_applicant_passes(papers: Any) -> None:
    assert [each.outcome for each in said(papers, *LINES)] == ["passed"]


def test_without_the_office_s_seal_it_is_missing(papers: Any) -> None:
    assert [each.outcome for each in said(papers, *LINES, ring="")] == ["missing"]
    assert [each.outcome for each in said(papers, *LINES, ring="某", certain=False)] == [
        "unreadable"
    ]


def test_a_unit_that_it_leaves_out_is_a_question(papers: Any) -> None:
    (each,) = said(papers, *LINES, members=MEMBERS)
    assert (each.severity, each.outcome) == ("C", None)
    assert "荆睿" in each.message


def test_no_period_is_a_question(papers: Any) -> None:
    (each,) = said(papers, *(line.replace("自2023年1月1日至今", "") for line in LINES))
    assert "期间" in each.message


def test_a_bundle_without_one_is_not_faulted(papers: Any) -> None:
    assert [each.outcome for each in said(papers, "承诺书")] == ["not_applicable"]
