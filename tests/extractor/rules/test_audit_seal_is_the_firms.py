from typing import Any

from extractor.rules.audit_seal_is_the_firms import check
from extractor.rules.rule import Seals
from models.extraction import Text

FIRM = Text(value="湖北中天会计师事务所（普通合伙）")


def test_the_firms_seal_passes(papers: Any) -> None:
    assert check(FIRM, Seals(seals=(papers.seal("湖北中天会计师事务所"),))) is None


def test_another_firms_seal_is_a_question(papers: Any) -> None:
    said = check(FIRM, Seals(seals=(papers.seal("武汉大信会计师事务所有限公司"),)))
    assert said is not None
    assert said.severity == "C"


def test_a_seal_that_was_not_read_says_nothing(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("武汉大信会计师事务所", certain=False),))
    assert check(FIRM, seals) is None
