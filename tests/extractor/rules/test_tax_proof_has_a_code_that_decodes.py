from extractor.rules.tax_proof_has_a_code_that_decodes import check
from models.document import BoundingBox, Code, Page, TextLine
from models.extraction import DocumentSummary, PageKind

BOX = BoundingBox(left=0.1, top=0.1, right=0.4, bottom=0.2)
PROOF = DocumentSummary(id="tax_certificate-1", kind="tax_certificate", title="", pages=((0, 1),))
LINE = TextLine(text="税收完税证明", box=BOX, confidence=1.0)


def page(*codes: str, read: bool = True) -> PageKind:
    one = Page(
        file=0,
        number=1,
        width=1654,
        height=2339,
        lines=(LINE,) if read else (),
        codes=tuple(Code(text=code, box=BOX) for code in codes),
    )
    return PageKind(page=one, kind="tax_certificate", confidence=1.0)


def test_a_code_that_decodes_passes() -> None:
    assert check((PROOF,), (page("https://etax.example/1"),)) is None


def test_a_proof_without_one_is_a_note() -> None:
    said = check((PROOF,), (page(),))
    assert said is not None
    assert (said.severity, said.outcome) == ("D", None)


def test_without_a_proof_that_was_read_nothing_is_said() -> None:
    for documents, pages in (((), ()), ((PROOF,), (page(read=False),))):
        said = check(documents, pages)
        assert said is not None
        assert said.outcome == "not_applicable"
