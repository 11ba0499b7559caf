from extractor.rules.evidence_is_in_the_order_of_the_notice import check
from models.document import DocumentKind
from models.extraction import DocumentSummary


def paper(kind: DocumentKind, page: int, file: int = 0, number: int = 1) -> DocumentSummary:
    return DocumentSummary(id=f"{kind}-{number}", kind=kind, title=kind, pages=((file, page),))


def test_papers_in_order_pass() -> None:
    assert check((paper("business_licence", 3), paper("audit_report", 5))) is None


def test_the_first_inversion_is_named_with_its_pages() -> None:
    said = check((paper("audit_report", 3), paper("tax_certificate", 9), paper("commitment", 20)))
    assert said is not None
    assert said.severity == "B"
    assert "第 3 页" in said.message
    assert "第 9 页" in said.message
    assert said.pages == ((0, 3), (0, 9))


def test_loose_files_have_no_order() -> None:
    said = check((paper("audit_report", 1, file=0), paper("business_licence", 1, file=1)))
    assert said is not None
    assert said.outcome == "not_applicable"


def test_a_kind_that_stands_twice_is_passed_over() -> None:
    said = check(
        (
            paper("business_licence", 3),
            paper("credit_report", 4),
            paper("audit_report", 5),
            paper("credit_report", 30, number=2),
        )
    )
    assert said is None
