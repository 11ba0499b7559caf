from typing import Any

from extractor.rules.audit_is_signed_sealed_and_dated import check
from extractor.rules.rule import Seals
from models.extraction import TextList

TWO = TextList(values=("王芳", "李强"))


def test_two_accountants_and_the_firms_seal_pass(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所（普通合伙）"),))
    assert [each.outcome for each in check(TWO, seals, True)] == ["passed"]


def test_a_report_without_a_date_is_a_draft(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所（普通合伙）"),))
    assert check(TWO, seals, False)[-1].outcome == "missing"


def test_one_accountant_is_not_enough(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所"),))
    (said,) = check(TextList(values=("王芳",)), seals, True)
    assert (said.outcome, said.values) == ("missing", ("audit_report.accountants",))


def test_the_applicants_seal_is_not_the_firms(papers: Any) -> None:
    (said,) = check(TWO, Seals(seals=(papers.seal("武汉楚芯智能科技有限公司"),)), True)
    assert said.outcome == "missing"


def test_a_seal_that_was_not_read_leaves_it_open(papers: Any) -> None:
    (said,) = check(TWO, Seals(seals=(papers.seal("湖北中天", certain=False),)), True)
    assert said.outcome == "unreadable"
