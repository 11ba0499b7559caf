"""The books and year-ends of a company, and of the group it heads where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from samples import balance, money
from samples.balance import Balance
from samples.books import Outline, Year, year_of
from samples.model import Company

YEARS = (2023, 2024, 2025)


@dataclass(frozen=True)
class Accounts:
    """Three years of books with the year-end of each and the one before them."""

    outline: Outline
    """As of the last year."""
    years: Mapping[int, Year]
    ends: Mapping[int, Balance]


def outline_of(random: Random, company: Company, grain: str, *, plain: bool = False) -> Outline:
    """Size and habits of the company; ``plain`` books have no rows the older A100000 lacks."""
    per_head = random.uniform(28, 95) * 10_000
    return Outline(
        revenue=money.fen(company.staff * per_head * random.uniform(0.9, 1.1)),
        research_share=random.uniform(0.07, 0.22),
        margin=random.choice((random.uniform(0.03, 0.16), random.uniform(0.02, 0.1), -0.06)),
        grain=Decimal(grain),
        high_tech=random.random() < 0.8,
        capitalises=random.random() < 0.3,
        overseas=random.random() < 0.12,
        plain=plain,
    )


def accounts_of(random: Random, company: Company, grain: str) -> Accounts:
    """The company's own accounts; ``grain`` is the smallest step of an amount in 元."""
    outline = outline_of(random, company, grain)
    years: dict[int, Year] = {}
    ends = {YEARS[0] - 1: balance.opening(random, outline, YEARS[0] - 1, company.capital)}
    for year in YEARS:
        growth = Decimal(str(random.uniform(0.85, 1.45)))
        outline = replace(outline, revenue=money.fen(outline.revenue * growth))
        years[year] = year_of(random, year, outline)
        ends[year] = balance.following(random, outline, ends[year - 1], years[year])
    return Accounts(outline, years, ends)


def group_of(random: Random, own: Accounts, capital: Decimal) -> Accounts:
    """Accounts of the company with wholly owned subsidiaries: larger than its own, year by year."""
    share = Decimal(str(random.uniform(1.15, 1.9)))
    outline = replace(own.outline, revenue=money.fen(own.outline.revenue * share))
    years: dict[int, Year] = {}
    ends = {YEARS[0] - 1: balance.opening(random, outline, YEARS[0] - 1, capital)}
    for year in YEARS:
        outline = replace(outline, revenue=money.fen(own.years[year].income["revenue"] * share))
        years[year] = year_of(random, year, outline)
        ends[year] = balance.following(random, outline, ends[year - 1], years[year])
    return Accounts(outline, years, ends)
