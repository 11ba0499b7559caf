from datetime import date
from decimal import Decimal

import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.catalogue import rules
from models.errors import InputError

PROGRAMME = load_programme("hubei-2025")


def test_the_notices_dates_are_read() -> None:
    assert PROGRAMME.name == "hubei-2025"
    assert PROGRAMME.year == 2025
    assert PROGRAMME.deadline == date(2026, 4, 3)
    assert PROGRAMME.cost_period.ends == (date(2025, 12, 30), date(2025, 12, 31))


def test_every_clause_of_the_notice_is_quoted() -> None:
    assert list(PROGRAMME.clauses) == [f"Q{number}" for number in range(1, 28)]


def test_each_required_document_names_its_clause_and_the_rule_that_looks_for_it() -> None:
    severities = {rule.code: rule.severity for rule in rules()}
    for required in PROGRAMME.required:
        assert required.clause in PROGRAMME.clauses
        assert severities[required.rule] == required.severity


def test_attributes_and_thresholds_are_found_by_name() -> None:
    assert PROGRAMME.value("consortium_limit") == 3
    assert PROGRAMME.value("parameter_deviation_max") == Decimal("0.05")
    with pytest.raises(KeyError):
        PROGRAMME.value("no_such_limit")


def test_an_unknown_programme_is_an_input_error_that_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="hubei-2025"):
        load_programme("hubei-1999")
