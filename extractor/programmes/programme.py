"""What one notice asks for: dates, limits, required documents and its clauses, read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from models.document import DocumentKind
from models.errors import InputError
from models.finding import Citation, Severity
from models.frozen import Frozen


class RequiredDocument(Frozen):
    """A paper the notice asks for."""

    rule: str
    """The completeness rule that says whether it is there."""
    kind: DocumentKind
    name: str
    clause: str
    severity: Severity


class CostPeriod(Frozen):
    """The period of the model's cost; the form and the calendar end it on different days."""

    start: date
    ends: tuple[date, ...]


class Programme(Frozen):
    """One notice. Every dated or counted requirement that a rule needs is an attribute."""

    name: str
    title: str
    notice: str
    """The notice as findings cite it."""
    year: int
    """The year that 上年度 and 2025年度 mean."""
    opens_on: date
    """First day a form of this notice can have been signed."""
    city_deadline: date
    deadline: date
    tax_return_due: date
    """Up to this day the return of the programme's year need not be filed yet."""
    cost_period: CostPeriod
    violations_since: date
    consortium_limit: int
    credit_report_not_before: date
    credit_report_max_days: int
    province_code: str
    city_codes: Mapping[str, str]
    """City → the first four digits of its division code."""
    thresholds: Mapping[str, Decimal]
    required: tuple[RequiredDocument, ...]
    clauses: Mapping[str, str]
    """Q1… → the words of the notice."""

    def citation(self, *clauses: str) -> Citation:
        """The notice with the words of these clauses."""
        quoted = "；".join(self.clauses[clause] for clause in clauses)
        return Citation(title=self.notice, passage=quoted)

    def value(self, name: str) -> object:
        """The attribute or threshold of this name; KeyError where there is neither."""
        if name in type(self).model_fields:
            return getattr(self, name)
        return self.thresholds[name]


CURRENT = "hubei-2025"


@cache
def load_programme(name: str = CURRENT) -> Programme:
    """The programme of this name; raises InputError naming those there are."""
    folder = files("extractor.programmes")
    known = sorted(
        each.name.removesuffix(".toml").replace("_", "-")
        for each in folder.iterdir()
        if each.name.endswith(".toml")
    )
    if name not in known:
        raise InputError(f"没有名为“{name}”的核验方案；可用：{'、'.join(known)}")
    text = folder.joinpath(f"{name.replace('-', '_')}.toml").read_text(encoding="utf-8")
    return Programme.model_validate(tomllib.loads(text, parse_float=Decimal) | {"name": name})
