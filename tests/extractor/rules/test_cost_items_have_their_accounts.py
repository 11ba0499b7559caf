from typing import Any

from extractor.rules.cost_items_have_their_accounts import check
from models.extraction import Amount, Rows, Text


def rows(**items: Amount | None) -> Rows:
    return Rows(
        records=tuple({"name": Text(value=name), "amount": each} for name, each in items.items())
    )


def test_wages_that_agree_pass_however_rounded(papers: Any) -> None:
    said = check(rows(员工工资=papers.wan("371.15")), rows(人员人工费用=papers.yuan("3711523.40")))
    assert said.outcome == "passed"


def test_other_wages_are_a_question(papers: Any) -> None:
    said = check(rows(员工工资=papers.wan("371.15")), rows(人员人工费用=papers.yuan("1711523.40")))
    assert (said.severity, said.outcome) == ("C", None)


def test_tables_without_wages_or_with_unread_ones_are_not_compared(papers: Any) -> None:
    wages = rows(员工工资=papers.wan("371.15"))
    assert check(wages, rows(折旧=papers.yuan("1.00"))).outcome == "not_applicable"
    assert check(wages, rows(人员人工=None)).outcome == "not_applicable"


def test_the_wages_of_all_members_audits_count_together(papers: Any) -> None:
    one, other = (rows(人员人工费用=papers.yuan(sum_)) for sum_ in ("1855700.00", "1855823.40"))
    said = check(rows(员工工资=papers.wan("371.15")), one, (one, other))
    assert said.outcome == "passed"
