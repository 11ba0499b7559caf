from datetime import date

import pytest

from extractor.rules.recommendation_agrees_with_the_credit_report import check
from models.document import BoundingBox, DocumentKind, Page, TextLine
from models.extraction import Count, Day, PageKind, Rows, Text
from models.finding import Disagreement

SINCE = date(2023, 1, 1)
NONE = Count(value=0)
OPINION = (
    "武汉市经济和信息化局推荐意见",
    "经会同有关部门核查，武汉楚睿智造科技有限公司2023年1月1日至今未发现违法违规行为和重大问题，",
    "企业法人未纳入失信被执行人名单。同意推荐。",
)


def seen(*lines: str, kind: DocumentKind = "other") -> tuple[PageKind, ...]:
    print_ = tuple(
        TextLine(
            text=text,
            box=BoundingBox(left=0.1, top=0.1 * row, right=0.9, bottom=0.1 * row + 0.03),
            confidence=0.99,
        )
        for row, text in enumerate(lines, start=1)
    )
    page = Page(file=0, number=30, width=100, height=100, lines=print_)
    return (PageKind(page=page, kind=kind, confidence=0.9),)


def penalty(day: date | None) -> Rows:
    return Rows(
        records=({"number": Text(value="鄂市监罚〔2024〕3号"), "decided_on": Day(value=day)},)
    )


def said(*lines: str, **counts: Count | Rows) -> Disagreement:
    given = {"penalties": NONE, "items": None, "dishonest": NONE, "debtor": NONE} | counts
    return check(seen(*lines), SINCE, *given.values())[0]  # type: ignore[arg-type]


def test_an_opinion_that_goes_with_the_credit_report_passes() -> None:
    assert said(*OPINION).outcome == "passed"


def test_an_opinion_that_denies_a_listed_penalty_fails() -> None:
    finding = said(*OPINION, penalties=Count(value=1), items=penalty(date(2024, 5, 6)))
    assert (finding.severity, finding.outcome) == ("B", None)
    assert "第 30 页" in finding.message
    assert finding.values == ("credit_report.penalties", "credit_report.penalty_items")


def test_an_opinion_that_denies_a_listed_debtor_fails() -> None:
    finding = said(*OPINION, debtor=Count(value=1))
    assert (finding.severity, finding.outcome) == ("B", None)


def test_penalties_before_the_day_are_not_denied() -> None:
    finding = said(*OPINION, penalties=Count(value=1), items=penalty(date(2021, 5, 6)))
    assert finding.outcome == "passed"


def test_a_penalty_of_an_unknown_day_is_put_to_the_reviewer() -> None:
    finding = said(*OPINION, penalties=Count(value=1), items=penalty(None))
    assert finding.severity == "C"


def test_an_opinion_that_says_nothing_of_a_check_is_a_question() -> None:
    finding = said("推荐意见：", "该项目符合申报条件，同意推荐。", "武汉市经济和信息化局")
    assert (finding.severity, finding.outcome) == ("C", None)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("湖北省工业领域专用模型项目申报书", "推荐单位武汉市经济和信息化局"), "application_form"),
        (OPINION, "credit_report"),
        (("专家推荐意见", "该模型技术先进，同意推荐。"), "other"),
    ],
)
def test_other_papers_are_no_opinion_of_the_office(
    lines: tuple[str, ...], kind: DocumentKind
) -> None:
    found = check(seen(*lines, kind=kind), SINCE, Count(value=1), None, NONE, NONE)
    assert found[0].outcome == "not_applicable"
