from extractor.rules.audit_report_pages_are_complete import check
from models.document import BoundingBox, Page, TextLine
from models.extraction import DocumentSummary, PageKind

ID = "audit_report-1"


def seen(*feet: str) -> tuple[PageKind, ...]:
    box = BoundingBox(left=0.4, top=0.96, right=0.6, bottom=0.98)
    return tuple(
        PageKind(
            page=Page(
                file=0,
                number=place,
                width=100,
                height=100,
                lines=(TextLine(text=foot, box=box, confidence=0.9),) if foot else (),
            ),
            kind="audit_report",
            confidence=1,
        )
        for place, foot in enumerate(feet, start=1)
    )


def report(pages: int) -> tuple[DocumentSummary, ...]:
    places = tuple((0, number) for number in range(1, pages + 1))
    return (DocumentSummary(id=ID, kind="audit_report", title="审计报告", pages=places),)


def feet(*numbers: int) -> list[str]:
    return [f"第{number}页共5页" for number in numbers]


def test_a_complete_report_passes() -> None:
    assert check(ID, report(5), seen(*feet(1, 2, 3, 4, 5))) is None


def test_a_lost_page_is_named() -> None:
    said = check(ID, report(4), seen(*feet(1, 2, 3, 5)))
    assert said is not None
    assert said.outcome == "missing"
    assert "第 4 页" in said.message


def test_a_page_whose_foot_was_not_read_may_be_the_one() -> None:
    assert check(ID, report(5), seen(*feet(1, 2, 3), "", *feet(5))) is None


def test_a_page_taken_for_another_papers_still_counts() -> None:
    assert check(ID, report(4), seen(*feet(1, 2, 3, 4, 5))) is None


def test_a_report_without_such_numbers_is_not_judged() -> None:
    said = check(ID, report(3), seen("", "", ""))
    assert said is not None
    assert said.outcome == "not_applicable"
