"""What of a submission is kept for comparing it with others."""

from pathlib import Path

import pytest

from extractor.duplicates.comparing import duplicates_among
from extractor.duplicates.fingerprint import fingerprint_of
from extractor.pipeline import extract
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading, recording_of
from models.duplicate import Fingerprint

GOLDEN = Path(__file__).parents[3] / "samples" / "golden" / "conflicts"


@pytest.fixture(scope="module")
def conflicts() -> Fingerprint:
    reading = load_reading(recording_of(GOLDEN))
    return fingerprint_of(extract(reading, load_programme("hubei-2025"), None))


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
