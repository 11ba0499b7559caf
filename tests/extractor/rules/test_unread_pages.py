from pathlib import Path

import pytest

from extractor.pipeline import extract
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading
from extractor.rules.catalogue import rules
from extractor.rules.runner import run
from models.document import Page
from models.extraction import Submission
from models.finding import Finding, verdict_of

GOLDEN = Path(__file__).parents[3] / "samples/golden/conflicts.readings.json.gz"


def findings_without(kind: str) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """The findings with all pages read, and with the pages of one kind unread."""
    programme = load_programme("hubei-2025")
    reading = load_reading(GOLDEN)
    whole = extract(reading, programme, None)
    lost = {
        place for document in whole.documents if document.kind == kind for place in document.pages
    }
    pages = tuple(
        Page(file=page.file, number=page.number, width=10, height=14, unread=True)
        if (page.file, page.number) in lost
        else page
        for page in reading.pages
    )
    partly = extract(reading.model_copy(update={"pages": pages}), programme, None)
    return _by_rule(whole), _by_rule(partly)


def _by_rule(submission: Submission) -> dict[str, Finding]:
    programme = load_programme("hubei-2025")
    return {each.rule: each for each in run(submission, rules(), programme)}


@pytest.fixture(scope="module")
def licence_unread() -> tuple[dict[str, Finding], dict[str, Finding]]:
    return findings_without("business_licence")


def test_a_paper_on_an_unread_page_is_not_called_missing(
    licence_unread: tuple[dict[str, Finding], dict[str, Finding]],
) -> None:
    whole, partly = licence_unread
    assert not [each for each in partly.values() if each.outcome == "missing"]
    changed = {code for code in whole if partly[code].outcome == "unreadable"}
    assert any("营业执照" in partly[code].message for code in changed)


def test_what_rests_on_pages_that_were_read_is_still_said(
    licence_unread: tuple[dict[str, Finding], dict[str, Finding]],
) -> None:
    whole, partly = licence_unread
    assert whole["FIN-01"].outcome == partly["FIN-01"].outcome


def test_the_whole_is_never_consistent_while_a_page_is_unread(
    licence_unread: tuple[dict[str, Finding], dict[str, Finding]],
) -> None:
    _, partly = licence_unread
    passed = [each for each in partly.values() if each.outcome in ("passed", "unreadable")]
    assert verdict_of(passed) == "needs_review"


def test_the_numbering_of_pages_waits_for_the_unread_one(
    licence_unread: tuple[dict[str, Finding], dict[str, Finding]],
) -> None:
    _, partly = licence_unread
    assert partly["M-16"].outcome != "passed"
