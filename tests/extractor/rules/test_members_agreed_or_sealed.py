from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.members_agreed_or_sealed import RULE
from extractor.rules.runner import run
from models.document import BoundingBox, DocumentKind, Page, Seal, TextLine
from models.extraction import PageKind, TextList
from models.finding import Finding

BOX = BoundingBox(left=0.1, top=0.1, right=0.4, bottom=0.2)
MEMBER = "华中科技大学"
LEAD = "武汉楚芯智能科技有限公司"


def ring(text: str, certain: bool = True) -> Seal:
    return Seal(text=text, box=BOX, confidence=0.9, certain=certain)


def found(
    papers: Any,
    *seals: Seal,
    words: str = "合同",
    members: tuple[str, ...] = (LEAD, MEMBER),
    kind: DocumentKind = "commitment",
) -> Finding:
    lines = (TextLine(text=words, box=BOX, confidence=0.99),)
    page = Page(file=0, number=9, width=100, height=100, lines=lines, seals=seals)
    form = papers.form(consortium_members=TextList(values=members))
    submission = papers.submission(form).model_copy(
        update={"pages": (PageKind(page=page, kind=kind, confidence=0.9),)}
    )
    return run(submission, (RULE,), load_programme())[0]


def test_an_agreement_of_the_members_passes(papers: Any) -> None:
    for heading in ("联合体协议", "联合申报协议书", "工业模型联合研发合作协议"):
        finding = found(papers, words=heading)
        assert finding.outcome == "passed"
        assert "第 9 页" in finding.message


def test_the_seal_of_each_member_passes(papers: Any) -> None:
    assert found(papers, ring(LEAD), ring(MEMBER)).outcome == "passed"


def test_members_without_either_are_a_question_that_names_them(papers: Any) -> None:
    finding = found(papers, ring(LEAD))
    assert finding.outcome == "doubtful"
    assert MEMBER in finding.message
    assert LEAD not in finding.message


def test_the_seal_on_a_members_own_licence_is_no_agreement(papers: Any) -> None:
    assert found(papers, ring(MEMBER), kind="business_licence").outcome == "doubtful"


def test_an_unread_seal_may_be_a_members(papers: Any) -> None:
    assert found(papers, ring(LEAD), ring("", certain=False)).outcome == "unreadable"


def test_an_applicant_alone_needs_neither(papers: Any) -> None:
    assert found(papers, members=()).outcome == "not_applicable"
