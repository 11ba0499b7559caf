from __future__ import annotations

import pytest

from api.pages.review.findings import FindingCard, Resolution, finding_cards
from models.finding import Citation, Outcome
from models.report import (
    Produced,
    Report,
    ReportEvidence,
    ReportFinding,
    ReportPage,
    ReportPageNumber,
    ReportSubmission,
    ReportValue,
)

MESSAGE = "申报 100.00 万元，审计报告 90.00 万元"


def finding(
    rule: str = "FIN-01", outcome: Outcome = "failed", message: str = MESSAGE
) -> ReportFinding:
    place = ReportEvidence(
        file=0, page=2, box=(0.1, 0.2, 0.3, 0.4), text="90", confidence=1, source="ocr"
    )
    return ReportFinding(
        rule=rule,
        title="申报营业收入与审计报告营业收入一致",
        severity="B",
        outcome=outcome,
        message=message,
        values=[
            ReportValue(
                document="audit_report-1",
                field="audit_report.revenue",
                label="营业收入",
                value="900000.00",
                text="900000.00",
                evidence=[place],
            ),
            ReportValue(
                document="application_form-1",
                field="application_form.revenue",
                label="营业收入",
                value="1000000.00",
                text="100",
                evidence=[],
            ),
        ],
        source=Citation(title="核验惯例", passage="同一数字应一致"),
    )


def report(*findings: ReportFinding) -> Report:
    pages = [
        ReportPage(
            file=0,
            number=number,
            kind="other",
            confidence=1,
            turned=0,
            size=(1654, 2339),
            seals=[],
            codes=[],
        )
        for number in (1, 2)
    ]
    return Report(
        programme="hubei-2025",
        submission=ReportSubmission(name="x", submitted_on="2026-04-01", files=[]),
        pages=pages,
        documents=[],
        findings=list(findings),
        not_checked=[],
        verdict="inconsistent",
        produced=Produced(version="0", engine="", weights={}, seconds=1, pages_per_minute=1),
    )


def word(reason: str, outcome: Outcome = "failed") -> dict[str, Resolution]:
    return {
        "FIN-01": Resolution(
            number=2, kind="accepted", outcome=outcome, by="张审核", at="", reason=reason
        )
    }


def only(cards: tuple[FindingCard, ...]) -> FindingCard:
    (card,) = cards
    return card


def test_the_declared_side_stands_above_its_evidence() -> None:
    card = only(finding_cards(with_file(report(finding())), {}))
    assert [side.declared for side in card.sides] == [True, False]
    assert [side.shown for side in card.sides] == ["100 万元", "900,000.00 元"]
    assert card.sides[1].spots[0].code == "1:0.1000,0.2000,0.3000,0.4000"


def test_a_finding_about_a_page_shows_the_page() -> None:
    named = [ReportPageNumber(file=0, number=number) for number in (2, 99)]
    card = only(finding_cards(with_file(report(finding().model_copy(update={"pages": named}))), {}))
    assert [(each.index, each.place) for each in card.pages] == [(1, "第 2 页 其他页")]


@pytest.mark.parametrize(
    ("reason", "outcome", "settled"),
    [
        (f"已核实〔{MESSAGE}〕", "failed", True),
        ("已核实", "failed", True),
        ("已核实〔申报 200.00 万元，审计报告 90.00 万元〕", "failed", False),
        (f"已核实〔{MESSAGE}〕", "unreadable", False),
    ],
)
def test_a_word_holds_only_while_the_finding_says_the_same(
    reason: str, outcome: Outcome, settled: bool
) -> None:
    card = only(finding_cards(with_file(report(finding())), word(reason, outcome)))
    assert card.unresolved is not settled
    assert card.resolutions == 2
    assert card.resolution_text == ("已核实" if settled else "")


def test_what_was_settled_stands_behind_what_was_not() -> None:
    both = with_file(report(finding(), finding("FIN-02", "doubtful", "不合常理")))
    cards = finding_cards(both, word("已核实"))
    assert [card.rule for card in cards] == ["FIN-02", "FIN-01"]


def with_file(made: Report) -> Report:
    file = {"name": "a.pdf", "sha256": "0", "media_type": "application/pdf", "pages": 2}
    return Report.model_validate(
        {
            **made.model_dump(by_alias=True),
            "submission": {"name": "x", "submitted_on": "2026-04-01", "files": [file]},
        }
    )
