from decimal import Decimal

from extractor.programmes.programme import Programme
from extractor.review.correcting import corrected, unplaced
from extractor.review.reviewed import machine_submission
from models.extraction import Amount, Day, Extraction, Field, Submission, Text
from models.reading import Reading
from models.review import PageId, PageKindChange, Review
from tests.extractor.review.conftest import Correct


def of(submission: Submission, document: str) -> Extraction:
    return next(each for each in submission.extractions if each.document == document)


def field(submission: Submission, document: str, name: str) -> Field:
    found = of(submission, document).field(name)
    assert found is not None
    return found


def test_a_human_value_replaces_the_machines_which_is_kept(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    before = field(machine, "business_licence-1", "name")
    correction = correct(
        "business_licence-1", "business_licence.name", Text(value="武汉锐维技术有限公司"), "改"
    )
    after = field(corrected(machine, [correction], programme), "business_licence-1", "name")
    assert after.value == Text(value="武汉锐维技术有限公司")
    assert after.status == "sure"
    assert after.machine == before
    assert [each.source for each in after.evidence] == ["reviewer"]
    assert after.evidence[0].box == before.evidence[0].box


def test_the_last_correction_counts_and_the_machines_reading_stays_the_first(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    twice = [
        correct("business_licence-1", "business_licence.name", Text(value=name), name)
        for name in ("甲公司", "乙公司")
    ]
    after = field(corrected(machine, twice, programme), "business_licence-1", "name")
    assert after.text == "乙公司"
    assert after.machine == field(machine, "business_licence-1", "name")


def test_whom_a_document_is_about_follows_the_correction(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    correction = correct(
        "audit_report-1", "audit_report.entity_name", Text(value="另一家公司"), "另一家公司"
    )
    assert of(corrected(machine, [correction], programme), "audit_report-1").entity == "另一家公司"


def test_sums_that_fail_by_a_human_value_leave_it_as_it_is(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    wrong = Amount(value=Decimal("1.00"))
    correction = correct("a107012-1", "a107012.row_51", wrong, "1.00")
    after = field(corrected(machine, [correction], programme), "a107012-1", "row_51")
    assert (after.value, after.status, after.doubts) == (wrong, "sure", ())


def test_a_value_that_is_not_on_the_page_is_missing(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    correction = correct("business_licence-1", "business_licence.term", None)
    after = field(corrected(machine, [correction], programme), "business_licence-1", "term")
    assert (after.value, after.status) == (None, "missing")


def test_the_day_of_submission_follows_the_form(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    day = Day.model_validate({"value": "2026-03-01"})
    correction = correct("application_form-1", "application_form.declared_on", day)
    assert corrected(machine, [correction], programme).submitted_on == day.value
    given = machine.submitted_on
    assert corrected(machine, [correction], programme, given).submitted_on == given


def test_pages_of_another_kind_make_another_document(
    reading: Reading, programme: Programme, machine: Submission, correct: Correct
) -> None:
    place = next(each for each in machine.documents if each.kind == "business_licence").pages[0]
    change = PageKindChange(
        page=PageId(file=place[0], number=place[1]),
        kind="other",
        who="复核员",
        when=correct("business_licence-1", "business_licence.name", None).when,
    )
    changed = machine_submission(reading, programme, None, Review(kinds=(change,)))
    assert changed.of_kind("business_licence") == ()
    correction = correct("business_licence-1", "business_licence.name", Text(value="甲"))
    assert unplaced(changed, [correction]) == (correction,)
    assert corrected(changed, [correction], programme) == changed


def test_pages_put_in_order_make_documents_in_that_order(
    reading: Reading, programme: Programme, machine: Submission
) -> None:
    pages = [PageId(file=each.file, number=each.number) for each in reading.pages]
    turned = machine_submission(reading, programme, None, Review(order=(pages[1], pages[0])))
    first_two = [(each.page.file, each.page.number) for each in turned.pages[:2]]
    assert first_two == [(pages[1].file, pages[1].number), (pages[0].file, pages[0].number)]
    same = machine_submission(reading, programme, None, Review(order=tuple(pages)))
    assert same == machine


def test_corrections_made_one_after_the_other_are_the_same_as_all_at_once(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    first = correct("business_licence-1", "business_licence.name", Text(value="甲"), "甲")
    second = correct("application_form-1", "application_form.unit_name", Text(value="乙"), "乙")
    one = corrected(machine, [first], programme)
    assert corrected(one, [first, second], programme) == corrected(
        machine, [first, second], programme
    )


def test_a_correction_taken_back_leaves_the_machines_submission(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    fix = correct("application_form-1", "application_form.unit_name", Text(value="乙"), "乙")
    assert corrected(corrected(machine, [fix], programme), [], programme) == machine


def test_a_corrected_word_copy_no_longer_confirms_the_sealed_form(
    machine: Submission, programme: Programme, correct: Correct
) -> None:
    fix = correct("application_form-2", "application_form.unit_name", Text(value="丙"), "丙")
    after = corrected(machine, [fix], programme)
    assert field(after, "application_form-2", "unit_name").value == Text(value="丙")
    back = corrected(after, [], programme)
    assert back == machine
