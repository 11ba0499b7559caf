"""The published sheets A107012 and A100000: rows, formulas and limits of every edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

from extractor.forms.expressions import Expression
from extractor.forms.identity import Identity, Limit

RowKind = Literal["amount", "count", "ratio", "choice"]


@dataclass(frozen=True)
class Row:
    """One printed row."""

    number: str
    """行次 as printed: 1, 22.1, L1."""
    key: str
    """What the row is, whatever its number in this edition."""
    text: str
    """项目 as printed, without the formula."""
    kind: RowKind
    formula: str | None = None
    """The formula as printed in the row's brackets."""
    category: str | None = None
    """类别 of the main form."""


@dataclass(frozen=True)
class Rate:
    """A rate of extra deduction that the law gives to someone for some years."""

    first_year: int
    last_year: int | None
    percents: tuple[Decimal, ...]
    who: str
    source: str


@dataclass(frozen=True)
class Edition:
    """One printing of a sheet."""

    name: str
    """The contract's word for it: 2025, 2018-2021."""
    announcement: str | None
    first_year: int | None
    """First fiscal year it was filed for."""
    last_year: int | None
    marks: tuple[str, ...]
    """Printed words that some other editions lack."""
    rows: tuple[Row, ...]
    identities: tuple[Identity, ...]
    limits: tuple[Limit, ...] = ()
    uncertain: bool = False
    """Whether no official print of it was seen when the data were drawn up."""

    def covers(self, year: int) -> bool:
        """Whether the fiscal year is one it was filed for."""
        if self.first_year is None:
            return False
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @cached_property
    def by_number(self) -> Mapping[str, Row]:
        """The rows by printed number."""
        return {row.number: row for row in self.rows}

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        """The rows by what they are."""
        return {row.key: row for row in self.rows}


@dataclass(frozen=True)
class Form:
    """A sheet with all its editions."""

    code: str
    titles: tuple[str, ...]
    editions: tuple[Edition, ...]
    reference: Edition
    """The edition in whose numbers the contract's keys are counted."""
    rates: tuple[Rate, ...]
    views: Mapping[str, Expression]
    """Sums that reviewers form from the rows, in the reference numbers."""

    def edition(self, name: str) -> Edition:
        """The edition of this name; KeyError for unknown ones."""
        return {each.name: each for each in self.editions}[name]

    def numbers(self, edition: Edition) -> Mapping[str, str]:
        """Row number of the edition → number of the same row in the reference edition.

        Rows without an equal are left out; sub-rows that only a later print has keep their number.
        """
        later = self.reference.by_key
        return {
            row.number: later[row.key].number if row.key in later else row.number
            for row in edition.rows
            if row.key in later or not row.number.isdigit()
        }

    def identities(self, edition: Edition, year: int | None = None) -> tuple[Identity, ...]:
        """The edition's identities in the reference numbers, without those of other years."""
        numbers = self.numbers(edition)
        renumbered = (each.renumbered(numbers) for each in edition.identities)
        return tuple(
            each for each in renumbered if each is not None and year not in each.not_in_years
        )

    def limits(self, year: int) -> tuple[Limit, ...]:
        """The limits that apply to sheets of this fiscal year, in the reference numbers."""
        return tuple(
            limit
            for limit in self.reference.limits
            if limit.first_year <= year and (limit.last_year is None or year <= limit.last_year)
        )

    def rates_of(self, year: int) -> tuple[Rate, ...]:
        """Every rate that somebody may claim for this fiscal year."""
        return tuple(
            rate
            for rate in self.rates
            if rate.first_year <= year and (rate.last_year is None or year <= rate.last_year)
        )


@cache
def load_form(code: Literal["A107012", "A100000"]) -> Form:
    """The sheet of this code from the package's data."""
    data = json.loads(
        files("extractor.forms").joinpath(f"{code.lower()}.json").read_text(encoding="utf-8")
    )
    editions = tuple(_edition(each) for each in data["editions"])
    return Form(
        code=data["form"],
        titles=tuple(data["titles"]),
        editions=editions,
        reference=next(each for each in editions if each.name == data["reference"]),
        rates=tuple(_rate(each) for each in data["rates"]),
        views={name: Expression(text) for name, text in data["views"].items()},
    )


def _edition(data: Mapping[str, Any]) -> Edition:
    return Edition(
        name=data["name"],
        announcement=data["announcement"],
        first_year=data["first_year"],
        last_year=data["last_year"],
        marks=tuple(data["marks"]),
        rows=tuple(Row(**each) for each in data["rows"]),
        identities=tuple(_identity(each) for each in data["identities"]),
        limits=tuple(_limit(each) for each in data["limits"]),
        uncertain=data.get("uncertain", False),
    )


def _identity(data: Mapping[str, Any]) -> Identity:
    return Identity(
        name=data["id"],
        total=data["total"],
        expression=Expression(data["expression"]),
        tolerance=Decimal(data.get("tolerance", "0.005")),
        binding=data.get("binding", True),
        not_in_years=tuple(data.get("not_in_years", ())),
    )


def _limit(data: Mapping[str, Any]) -> Limit:
    return Limit(
        name=data["id"],
        row=data["row"],
        expression=Expression(data["expression"]),
        first_year=data["first_year"],
        source=data["source"],
        last_year=data.get("last_year"),
    )


def _rate(data: Mapping[str, Any]) -> Rate:
    return Rate(
        first_year=data["first_year"],
        last_year=data["last_year"],
        percents=tuple(Decimal(each) for each in data["percents"]),
        who=data["who"],
        source=data["source"],
    )
