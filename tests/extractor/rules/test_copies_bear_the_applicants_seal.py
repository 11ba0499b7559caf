from typing import Any

from extractor.rules.copies_bear_the_applicants_seal import KINDS, check
from extractor.rules.rule import Seals
from models.extraction import Text, TextList

OFFICE = "国家税务总局武汉市汉阳区税务局"


def said(
    papers: Any, former: TextList | None = None, members: TextList | None = None, **seals: Seals
) -> list[Any]:
    names = (Text(value=papers.name), None, former, None, members)
    return check(*names, *(seals.get(kind) for kind in KINDS))


def test_papers_that_all_bear_the_seal_pass(papers: Any) -> None:
    own = Seals((papers.seal(OFFICE), papers.seal(papers.name)))
    assert [each.outcome for each in said(papers, tax_certificate=own, a100000=own)] == ["passed"]


def test_a_paper_without_the_applicants_seal_is_named(papers: Any) -> None:
    (one,) = said(papers, tax_certificate=Seals((papers.seal(OFFICE),)), a100000=Seals())
    assert (one.severity, one.outcome) == ("B", "missing")
    assert one.message.startswith("纳税证明、A100000")


def test_a_ring_that_can_not_be_read_is_left_to_a_person(papers: Any) -> None:
    unread = Seals((papers.seal("", certain=False),))
    assert [each.outcome for each in said(papers, patent=unread)] == ["unreadable"]


def test_the_seal_of_a_former_name_or_of_a_member_counts(papers: Any) -> None:
    older, member = "武汉楚江仪表厂", "湖北荆睿装备有限公司"
    sealed = said(
        papers,
        TextList(values=(older,)),
        TextList(values=(member,)),
        tax_certificate=Seals((papers.seal(older),)),
        patent=Seals((papers.seal(member),)),
    )
    assert [each.outcome for each in sealed] == ["passed"]
