from __future__ import annotations

import random
from decimal import Decimal

import pytest

from extractor.pipeline import verify
from extractor.programmes.programme import Programme
from extractor.review.correcting import corrected
from extractor.review.rechecking import changed_keys, rechecked, rules_reading
from extractor.review.typed import specs
from extractor.rules.catalogue import rules
from models.extraction import (
    Amount,
    Choice,
    Choices,
    Count,
    Day,
    Identifier,
    Month,
    Number,
    NumberedAmounts,
    Ratio,
    Rows,
    Submission,
    Text,
    TextList,
    Value,
)
from models.report import Produced, Report
from tests.extractor.review.conftest import Correct

PRODUCED = Produced(version="0", engine="", weights={}, seconds=0, pages_per_minute=0)
ANOTHER: dict[str, Value] = {
    "amount": Amount(value=Decimal("98765.43")),
    "count": Count(value=2023),
    "ratio": Ratio(value=Decimal(75)),
    "decimal": Number(value=Decimal("3.5")),
    "day": Day.model_validate({"value": "2023-05-06"}),
    "month": Month(year=2023, month=5),
    "text": Text(value="另写的文字"),
    "identifier": Identifier(value="12345678"),
    "choices": Choices(values=()),
    "list": TextList(values=("另一名称",)),
    "rows": Rows(records=()),
    "numbered_amounts": NumberedAmounts(amounts={}),
}


@pytest.fixture(scope="module")
def report(machine: Submission, programme: Programme) -> Report:
    return verify(machine, programme, PRODUCED)


def places(submission: Submission) -> list[tuple[str, str, str]]:
    return [
        (each.document, field.key, field.kind)
        for each in submission.extractions
        for field in each.fields
    ]


def another(key: str, kind: str) -> Value:
    return Choice(value=specs()[key].options[-1]) if kind == "choice" else ANOTHER[kind]


def test_only_the_rules_that_read_a_field_run_again_and_nothing_else_would_have_changed(
    machine: Submission, report: Report, programme: Programme, correct: Correct
) -> None:
    chosen = random.Random(4).sample(places(machine), 25)
    for document, key, kind in chosen:
        for value in (another(key, kind), None):
            after = corrected(machine, [correct(document, key, value)], programme)
            again = rechecked(report, after, changed_keys(machine, after), programme, PRODUCED)
            assert again == verify(after, programme, PRODUCED), (document, key, value)


def test_a_field_that_few_rules_read_runs_few_of_them() -> None:
    codes = [rule.code for rule in rules_reading("application_form.staff_total")]
    assert 0 < len(codes) < len(rules()) / 20


def test_correcting_the_declared_revenue_changes_its_finding(
    machine: Submission, report: Report, programme: Programme, correct: Correct
) -> None:
    audited = next(each for each in machine.extractions if each.document == "audit_report-1")
    revenue = audited.field("revenue")
    assert revenue is not None and isinstance(revenue.value, Amount)
    fix = correct("application_form-1", "application_form.revenue", revenue.value)
    after = corrected(machine, [fix], programme)
    again = rechecked(report, after, changed_keys(machine, after), programme, PRODUCED)
    before = {each.rule: each.outcome for each in report.findings}
    changed = {each.rule for each in again.findings if before[each.rule] != each.outcome}
    assert changed
