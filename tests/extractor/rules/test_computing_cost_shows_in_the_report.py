from typing import Any

from extractor.rules.computing_cost_shows_in_the_report import check
from models.extraction import Rows, Text

LONG = "本项目面向铸造行业开展缺陷检测模型的研发和应用。" * 20


def items(papers: Any, name: str, amount: str) -> Rows:
    return Rows(records=({"name": Text(value=name), "amount": papers.wan(amount)},))


def test_a_report_that_tells_of_the_computing_passes(papers: Any) -> None:
    words = papers.words(LONG + "训练使用8张加速卡。")
    assert check(items(papers, "算力租赁", "60.00"), words).outcome == "passed"


def test_a_report_that_never_speaks_of_it_is_a_question(papers: Any) -> None:
    said = check(items(papers, "购买云服务", "60.00"), papers.words(LONG))
    assert (said.severity, said.outcome) == ("C", None)
    assert "60.00 万元" in said.message


def test_who_bought_none_is_not_asked(papers: Any) -> None:
    for name, amount in (("员工工资", "60.00"), ("算力租赁", "0")):
        said = check(items(papers, name, amount), papers.words(LONG))
        assert said.outcome == "not_applicable"
