"""What of a submission is kept for comparing it with others."""

from pathlib import Path

import pytest

from extractor.duplicates.comparing import duplicates_among
from extractor.duplicates.fingerprint import fingerprint_of
from extractor.pipeline import extract
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading, recording_of
from models.document import BoundingBox, DocumentKind, Figure, TextLine
from models.duplicate import Fingerprint
from models.extraction import Submission

GOLDEN = Path(__file__).parents[3] / "samples" / "golden" / "conflicts"


PICTURE = BoundingBox(left=0.2, top=0.4, right=0.8, bottom=0.7)


@pytest.fixture(scope="module")
def submission() -> Submission:
    reading = load_reading(recording_of(GOLDEN))
    return extract(reading, load_programme("hubei-2025"), None)


@pytest.fixture(scope="module")
def conflicts(submission: Submission) -> Fingerprint:
    return fingerprint_of(submission)


def pictured(
    submission: Submission, *kinds: DocumentKind, drawn: bool = False, words: tuple[str, ...] = ()
) -> Submission:
    """The submission with a picture on every page of these kinds, in which the words are read."""
    figure = Figure(box=PICTURE, hash="0f" * 32, drawn=drawn)
    read = tuple(TextLine(text=each, box=PICTURE, confidence=0.9) for each in words)
    pages = tuple(
        each
        if each.kind not in kinds
        else each.model_copy(
            update={
                "page": each.page.model_copy(
                    update={"figures": (figure,), "lines": (*each.page.lines, *read)}
                )
            }
        )
        for each in submission.pages
    )
    return submission.model_copy(update={"pages": pages})


def pages_of(submission: Submission, kind: DocumentKind) -> list[int]:
    return [each.page.number for each in submission.pages if each.kind == kind]


def test_it_holds_who_what_and_every_number(conflicts: Fingerprint) -> None:
    assert conflicts.unit
    assert conflicts.model
    assert len(conflicts.codes) == 1
    assert {each.kind for each in conflicts.numbers} >= {
        "audit_report",
        "special_audit_report",
        "tax_certificate",
    }
    assert all(each.owner == conflicts.unit for each in conflicts.numbers if each.owner)
    assert all(each.place.page for each in conflicts.numbers)
    assert len(conflicts.text) == 128


def test_it_is_small(conflicts: Fingerprint) -> None:
    assert len(conflicts.model_dump_json()) < 8_000


def test_a_copy_under_another_name_is_found(conflicts: Fingerprint) -> None:
    unit = "鄂州宏远实业有限公司"
    copy = conflicts.model_copy(update={"unit": unit, "names": (unit,), "codes": ("91X",)})
    said = {each.rule for each in duplicates_among({"one": conflicts, "copy": copy})}
    assert {"DUP-02", "DUP-04", "DUP-07", "TAX-12", "SPA-17"} <= said


def test_pictures_are_those_of_the_report_with_their_pages(submission: Submission) -> None:
    report = fingerprint_of(pictured(submission, "rd_report", drawn=True)).pictures
    assert [each.place.page for each in report] == pages_of(submission, "rd_report")
    assert {each.place.document for each in report} == {"rd_report-1"}


def test_a_page_of_pictures_alone_within_the_report_counts(submission: Submission) -> None:
    first, *_, last = pages_of(submission, "rd_report")
    wordless = tuple(
        each.model_copy(update={"kind": "other"}) if first < each.page.number < last else each
        for each in pictured(submission, "rd_report").pages
    )
    documents = tuple(
        each.model_copy(update={"pages": ((0, first), (0, last))})
        if each.kind == "rd_report"
        else each
        for each in submission.documents
    )
    cut = submission.model_copy(update={"pages": wordless, "documents": documents})
    assert len(fingerprint_of(cut).pictures) == last - first + 1


def test_issued_papers_and_the_grid_of_the_form_have_no_pictures_of_their_own(
    submission: Submission,
) -> None:
    issued = pictured(submission, "business_licence", "audit_report", "credit_report", "a100000")
    assert fingerprint_of(issued).pictures == ()
    assert fingerprint_of(pictured(submission, "application_form", drawn=True)).pictures == ()
    assert fingerprint_of(pictured(submission, "application_form")).pictures
    plaque = pictured(submission, "rd_report", words=("国家高新技术企业证书",))
    assert fingerprint_of(plaque).pictures == ()


def test_the_print_of_a_drawing_is_kept_without_the_ticks_of_its_axes(
    submission: Submission,
) -> None:
    labelled = pictured(submission, "rd_report", drawn=True, words=("0", "50", "100%", "召回率"))
    bare = fingerprint_of(pictured(submission, "rd_report", drawn=True)).pictures
    for with_words, without in zip(fingerprint_of(labelled).pictures, bare, strict=True):
        assert len(set(with_words.words) - set(without.words)) == 1
