from datetime import date
from typing import Any

from extractor.rules.rule import Seals
from extractor.rules.special_audit_is_signed_sealed_and_dated import check
from models.extraction import Day, TextList

TODAY = Day(value=date(2026, 3, 30))
LAST = date(2026, 4, 3)
TWO = TextList(values=("王芳", "李强"))


def test_signed_sealed_and_dated_before_submission_passes(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所"),))
    said = check(TWO, seals, Day(value=date(2026, 3, 10)), TODAY, LAST)
    assert [each.outcome for each in said] == ["passed"]


def test_a_date_after_submission_fails(papers: Any) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所"),))
    *_, said = check(TWO, seals, Day(value=date(2026, 4, 1)), TODAY, LAST)
    assert (said.severity, said.outcome) == ("B", None)


def test_an_unsealed_report_is_a_draft(papers: Any) -> None:
    (said,) = check(TWO, Seals(), Day(value=date(2026, 3, 10)), TODAY, LAST)
    assert said.outcome == "missing"


def test_a_day_after_the_one_on_the_form_is_noted_where_no_other_was_given(
    papers: Any,
) -> None:
    seals = Seals(seals=(papers.seal("湖北中天会计师事务所"),))
    *_, said = check(TWO, seals, Day(value=date(2026, 4, 1)), TODAY, LAST, TODAY)
    assert said.severity == "D"
