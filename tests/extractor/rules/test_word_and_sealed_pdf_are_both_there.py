from extractor.rules.word_and_sealed_pdf_are_both_there import check
from models.document import Page
from models.extraction import PageKind


def pages(*files: int) -> tuple[PageKind, ...]:
    return tuple(
        PageKind(
            page=Page(file=file, number=1, width=1654, height=2339), kind="other", confidence=1.0
        )
        for file in files
    )


def test_both_pass() -> None:
    assert check(pages(0, 1), True, True) is None


def test_what_is_lacking_is_named() -> None:
    said = check(pages(0, 1), False, True)
    assert said is not None
    assert (said.outcome, said.message) == ("missing", "电子版未见Word 版申报书")


def test_a_single_file_tells_nothing() -> None:
    said = check(pages(0, 0), False, True)
    assert said is not None
    assert said.outcome == "not_applicable"
