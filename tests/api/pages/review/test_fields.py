from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.pages.review.fields import Corrected, DocumentGroup, FieldRow, document_groups, editable
from extractor.pipeline import extract, verify
from extractor.programmes.programme import load_programme
from extractor.recording import load_reading
from extractor.review.typed import typed_value
from models.extraction import Field, Submission
from models.report import Produced, Report, canonical, report_field

ROOT = Path(__file__).parents[4]
RATE = "a100000.rows"


@pytest.fixture(scope="module")
def submission() -> Submission:
    reading = load_reading(ROOT / "samples" / "golden" / "conflicts.readings.json.gz")
    return extract(reading, load_programme(), None)


@pytest.fixture(scope="module")
def report(submission: Submission) -> Report:
    produced = Produced(version="0", engine="", weights={}, seconds=1, pages_per_minute=1)
    return verify(submission, load_programme(), produced)


def stated(submission: Submission) -> list[Field]:
    return [
        field
        for extraction in submission.extractions
        for field in extraction.fields
        if field.value is not None and field.key != RATE
    ]


def test_saving_what_the_editor_was_opened_with_changes_nothing(submission: Submission) -> None:
    changed = {}
    for field in stated(submission):
        text = editable(report_field(field))
        understood = typed_value(text, field)
        if understood is None or canonical(understood) != report_field(field).value:
            changed[field.key] = (text, understood)
    assert changed == {}


def test_a_table_is_edited_as_the_json_of_the_report(submission: Submission) -> None:
    sheet = next(
        field
        for extraction in submission.extractions
        for field in extraction.fields
        if field.key == RATE
    )
    assert json.loads(editable(report_field(sheet))) == report_field(sheet).value


def field_of(groups: tuple[DocumentGroup, ...], key: str) -> FieldRow:
    return next(field for group in groups for field in group.fields if field.key == key)


def test_what_needs_a_person_stands_first_in_its_document(report: Report) -> None:
    for group in document_groups(report, {}):
        order = [field.unresolved for field in group.fields]
        assert order == sorted(order, reverse=True)


def test_a_person_s_value_is_marked_and_no_longer_waits(report: Report) -> None:
    place = ("business_licence-1", "business_licence.registered_capital")
    corrected = Corrected(id="c1", number=3, by="张审核", at="", withdrawn=False)
    before = field_of(document_groups(report, {}), place[1])
    after = field_of(document_groups(report, {place: corrected}), place[1])
    assert (before.unresolved, before.by_person, before.version) == (True, False, 0)
    assert (after.unresolved, after.by_person, after.version) == (False, True, 3)


def test_a_correction_that_was_taken_back_still_counts_as_a_version(report: Report) -> None:
    place = ("business_licence-1", "business_licence.registered_capital")
    corrected = Corrected(id="c1", number=4, by="张审核", at="", withdrawn=True)
    field = field_of(document_groups(report, {place: corrected}), place[1])
    assert (field.by_person, field.version, field.unresolved) == (False, 4, True)


def test_a_field_names_the_rules_that_read_it(report: Report) -> None:
    field = field_of(document_groups(report, {}), "application_form.staff_total")
    assert ("FIN-07", "failed") in {(rule.code, rule.outcome) for rule in field.rules}
    assert field.disputed


def test_a_table_shows_its_amounts_as_other_pages_do(report: Report) -> None:
    field = field_of(document_groups(report, {}), "application_form.rd_cost_items")
    assert [(row["name"].shown, row["amount"].shown) for row in field.table][0] == (
        "员工工资",
        "2,459,620.00",
    )
    assert all(row["amount"].figure and not row["name"].figure for row in field.table)


def test_what_was_not_read_can_not_be_accepted(report: Report) -> None:
    groups = document_groups(report, {})
    unread = [each for group in groups for each in group.fields if each.status == "unreadable"]
    assert unread and not any(each.stated for each in unread)
    assert field_of(groups, "application_form.revenue").stated


def test_the_word_form_is_told_from_the_sealed_one(report: Report) -> None:
    titles = [group.title for group in document_groups(report, {})]
    assert (titles.count("申报书"), titles.count("申报书（Word）")) == (1, 1)
