"""The balance sheets of a company: cash is what is left, so that every total agrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples.books import ZERO, Outline, Year, grained

CURRENT_ASSETS = ("cash", "notes", "receivable", "prepaid", "other_receivable", "stock", "other_ca")
FIXED_ASSETS = (
    "invested",
    "fixed",
    "building",
    "leased",
    "intangible",
    "development",
    "deferred",
    "deferred_tax",
)
CURRENT_DEBT = ("loan", "notes_due", "payable", "contract", "pay", "tax_due", "other_due")
LONG_DEBT = ("long_loan", "lease", "grants")
EQUITY = ("capital", "reserve", "surplus", "retained")

_ALWAYS = {
    "receivable": (0.12, 0.32),
    "prepaid": (0.01, 0.05),
    "other_receivable": (0.005, 0.03),
    "stock": (0.05, 0.20),
    "fixed": (0.08, 0.30),
    "intangible": (0.01, 0.08),
    "deferred_tax": (0.002, 0.01),
    "payable": (0.08, 0.22),
    "contract": (0.01, 0.06),
    "pay": (0.01, 0.04),
    "tax_due": (0.005, 0.02),
    "other_due": (0.005, 0.04),
}
"""Items every company has, as shares of its revenue."""

_OFTEN = {
    "notes": (0.01, 0.06),
    "other_ca": (0.002, 0.01),
    "invested": (0.02, 0.08),
    "building": (0.005, 0.05),
    "leased": (0.01, 0.04),
    "deferred": (0.002, 0.01),
    "loan": (0.03, 0.12),
    "notes_due": (0.01, 0.05),
    "long_loan": (0.03, 0.10),
    "lease": (0.005, 0.02),
    "grants": (0.005, 0.02),
}
"""Items that half of them have."""


@dataclass(frozen=True)
class Balance:
    """A year-end; items by the names above, totals computed."""

    year: int
    items: Mapping[str, Decimal]

    def total(self, keys: tuple[str, ...]) -> Decimal:
        """The sum of the items."""
        return sum((self.items[key] for key in keys), ZERO)

    @property
    def assets(self) -> Decimal:
        """资产总计."""
        return self.total(CURRENT_ASSETS) + self.total(FIXED_ASSETS)

    @property
    def debt(self) -> Decimal:
        """负债合计."""
        return self.total(CURRENT_DEBT) + self.total(LONG_DEBT)

    @property
    def equity(self) -> Decimal:
        """所有者权益合计."""
        return self.total(EQUITY)


def opening(random: Random, outline: Outline, year: int, capital: Decimal) -> Balance:
    """The year-end before the first year of the books."""
    retained = outline.revenue * Decimal(str(random.uniform(0.02, 0.25)))
    equity = {
        "capital": capital,
        "reserve": random.choice((ZERO, outline.revenue * Decimal("0.11"))),
        "surplus": retained / 9,
        "retained": retained,
    }
    return _balanced(random, outline, year, equity, ZERO)


def following(random: Random, outline: Outline, before: Balance, year: Year) -> Balance:
    """The year-end after ``year``: retained earnings and 开发支出 roll forward."""
    net = year.income["net"]
    to_surplus = max(ZERO, grained(net / 10, outline.grain))
    paid_out = random.choice((ZERO, ZERO, grained(max(ZERO, net) / 4, outline.grain)))
    equity = {
        "capital": before.items["capital"],
        "reserve": before.items["reserve"],
        "surplus": before.items["surplus"] + to_surplus,
        "retained": before.items["retained"] + net - to_surplus - paid_out,
    }
    development = before.items["development"] + year.capitalised
    return _balanced(random, outline, year.year, equity, development)


def _balanced(
    random: Random,
    outline: Outline,
    year: int,
    equity: dict[str, Decimal],
    development: Decimal,
) -> Balance:
    """A year-end with this equity; a short loan is taken up where cash would run out."""

    def share(low: float, high: float) -> Decimal:
        return grained(outline.revenue * Decimal(str(random.uniform(low, high))), outline.grain)

    items = {key: share(*limits) for key, limits in _ALWAYS.items()}
    items |= {key: random.choice((ZERO, share(*limits))) for key, limits in _OFTEN.items()}
    items |= {key: grained(amount, outline.grain) for key, amount in equity.items()}
    items |= {"development": grained(development, outline.grain), "cash": ZERO}
    draft = Balance(year, items)
    cash = draft.debt + draft.equity - draft.assets
    least = share(0.04, 0.15)
    if cash < least:
        items["loan"] += least - cash
        cash = least
    return Balance(year, {**items, "cash": cash})
