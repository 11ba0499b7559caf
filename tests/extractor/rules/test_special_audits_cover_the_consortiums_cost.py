from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.runner import run
from extractor.rules.special_audits_cover_the_consortiums_cost import RULE
from models.extraction import Text, TextList
from models.finding import Finding

LEAD, MEMBER = "武汉楚芯智能科技有限公司", "华中科技大学"


def found(
    papers: Any, cost: Any, *audited: Any, members: tuple[str, ...] = (LEAD, MEMBER)
) -> Finding:
    form = papers.form(consortium_members=TextList(values=members), rd_cost=cost)
    audits = [
        papers.of(
            "special_audit_report",
            {"rd_cost": each, "entity_name": Text(value=unit)},
            number=number,
        )
        for number, (each, unit) in enumerate(zip(audited, (LEAD, MEMBER), strict=False), start=1)
    ]
    return run(papers.submission(form, *audits), (RULE,), load_programme())[0]


def test_one_audit_of_the_whole_cost_covers_it(papers: Any) -> None:
    assert found(papers, papers.wan("860.00"), papers.yuan("8600000.00")).outcome == "passed"


def test_audits_of_several_members_cover_it_together(papers: Any) -> None:
    parts = (papers.wan("600.00"), papers.wan("260.00"))
    assert found(papers, papers.wan("860.00"), *parts).outcome == "passed"


def test_a_cost_beyond_the_audit_may_be_another_members(papers: Any) -> None:
    finding = found(papers, papers.wan("860.00"), papers.wan("600.00"))
    assert finding.outcome == "doubtful"
    assert LEAD in finding.message
    assert len(finding.values) == 2


def test_two_copies_of_one_audit_are_one(papers: Any) -> None:
    twice = (papers.wan("860.00"), papers.wan("860.00"))
    assert found(papers, papers.wan("860.00"), *twice).outcome == "passed"


def test_an_audit_whose_sum_was_not_read_leaves_it_open(papers: Any) -> None:
    parts = (papers.wan("600.00"), (None, "unreadable"))
    assert found(papers, papers.wan("860.00"), *parts).outcome == "not_applicable"
    doubted = (papers.wan("600.00"), "doubtful")
    assert found(papers, papers.wan("860.00"), doubted).outcome == "unreadable"


def test_an_applicant_alone_is_not_asked(papers: Any) -> None:
    alone = found(papers, papers.wan("860.00"), papers.wan("600.00"), members=())
    assert alone.outcome == "not_applicable"
