"""A company's accounts over several years: every statement and return is taken from here.

The income statement follows the lines of 财会〔2019〕6号, the tax computation the A100000 and the
R&D rows the 52-row A107012; all identities of those forms hold to 0.01 元.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from random import Random

from samples.money import fen

ZERO = Decimal("0.00")
_LEAVES = {
    "3": ("4", "5", "6"),
    "7": ("8", "9", "10", "11", "12", "13", "14", "15"),
    "16": ("17", "18"),
    "19": ("20", "21", "22"),
    "23": ("24", "25", "26", "27"),
    "28": ("29", "30", "31", "32", "33"),
}


@dataclass(frozen=True)
class Year:
    """One year's accounts; amounts in 元."""

    year: int
    income: Mapping[str, Decimal]
    """By the keys of ``INCOME_LINES``; losses of value are negative."""
    research: Mapping[str, Decimal]
    """Rows 1…52 of A107012 in the 52-row numbering; row 50 is the rate as a fraction."""
    adjusted_up: Decimal
    adjusted_down: Decimal
    other_exempt: Decimal
    losses_used: Decimal
    high_tech: bool
    """Whether the 15 % rate applies."""
    prepaid: Decimal

    @property
    def exempt(self) -> Decimal:
        """A100000 row 22 (2025) or 17: the R&D super deduction and what else is exempt."""
        return self.research["51"] + self.other_exempt

    @property
    def adjusted_income(self) -> Decimal:
        """纳税调整后所得."""
        return self.income["total_profit"] + self.adjusted_up - self.adjusted_down - self.exempt

    @property
    def taxable(self) -> Decimal:
        """应纳税所得额: never below zero."""
        return max(ZERO, self.adjusted_income - self.losses_used)

    @property
    def tax_at_full_rate(self) -> Decimal:
        """应纳所得税额 at 25 %."""
        return fen(self.taxable * Decimal("0.25"))

    @property
    def relief(self) -> Decimal:
        """减免所得税额: the ten points a 高新技术企业 does not pay."""
        return fen(self.taxable * Decimal("0.10")) if self.high_tech else ZERO

    @property
    def tax_due(self) -> Decimal:
        """实际应纳所得税额."""
        return self.tax_at_full_rate - self.relief

    @property
    def capitalised(self) -> Decimal:
        """R&D cost that went to 开发支出."""
        return self.research["42"]


@dataclass(frozen=True)
class Outline:
    """What the random draw decides about a company's size and habits."""

    revenue: Decimal
    research_share: float
    margin: float
    grain: Decimal
    """The smallest step of every amount: 0.01, or 100 where statements print 万元."""
    high_tech: bool
    capitalises: bool
    overseas: bool
    plain: bool
    """Whether 其他收益 and 资产处置收益 are nil, as the older A100000 has no row for them."""


def year_of(random: Random, year: int, outline: Outline) -> Year:
    """One year's accounts of a company of this outline."""

    def share(low: float, high: float, of: Decimal = outline.revenue) -> Decimal:
        return grained(of * Decimal(str(random.uniform(low, high))), outline.grain)

    spent = share(outline.research_share * 0.95, outline.research_share * 1.05)
    research = research_rows(random, spent, outline)
    expensed_share = Decimal(1) - research["42"] / spent
    income: dict[str, Decimal] = {
        "revenue": grained(outline.revenue, outline.grain),
        "surtax": share(0.004, 0.009),
        "selling": share(0.04, 0.09),
        "admin": share(0.06, 0.11),
        "rd": grained(spent * expensed_share, outline.grain),
        "finance": share(-0.002, 0.012),
        "interest_cost": share(0.003, 0.012),
        "interest_income": share(0.0003, 0.002),
        "other_income": ZERO if outline.plain else share(0.003, 0.02),
        "invest": random.choice((ZERO, share(0.001, 0.01), -share(0.001, 0.004))),
        "hedge": ZERO,
        "fair": random.choice((ZERO, ZERO, share(0.001, 0.003))),
        "credit_loss": -share(0.001, 0.008),
        "asset_loss": random.choice((ZERO, -share(0.001, 0.004))),
        "disposal": ZERO if outline.plain else random.choice((ZERO, share(0.0003, 0.001))),
        "nonop_in": random.choice((ZERO, share(0.0005, 0.004))),
        "nonop_out": random.choice((ZERO, share(0.0002, 0.002))),
    }
    gained = ("other_income", "invest", "fair", "credit_loss", "asset_loss", "disposal")
    costs = ("surtax", "selling", "admin", "rd", "finance")
    rest = sum((income[key] for key in gained), ZERO) - sum((income[key] for key in costs), ZERO)
    wanted = outline.revenue * Decimal(str(outline.margin))
    income["cost"] = grained(income["revenue"] + rest - wanted, outline.grain)
    income["operating_profit"] = income["revenue"] - income["cost"] + rest
    income["total_profit"] = income["operating_profit"] + income["nonop_in"] - income["nonop_out"]
    return _taxed(random, year, income, research, outline)


def _taxed(
    random: Random,
    year: int,
    income: dict[str, Decimal],
    research: Mapping[str, Decimal],
    outline: Outline,
) -> Year:
    """The year with its tax worked out and the net profit filled in."""
    revenue = outline.revenue

    def cents(low: float, high: float) -> Decimal:
        return fen(revenue * Decimal(str(random.uniform(low, high))))

    draft = Year(
        year=year,
        income={**income, "tax": ZERO, "net": ZERO},
        research=research,
        adjusted_up=cents(0.002, 0.012),
        adjusted_down=random.choice((ZERO, cents(0.0005, 0.003))),
        other_exempt=random.choice((ZERO, ZERO, cents(0.0005, 0.002))),
        losses_used=ZERO,
        high_tech=outline.high_tech,
        prepaid=ZERO,
    )
    losses = ZERO
    if draft.adjusted_income > 0 and random.random() < 0.2:
        losses = fen(draft.adjusted_income * Decimal(str(random.uniform(0.1, 0.9))))
    settled = _replaced(draft, losses_used=losses)
    prepaid = fen(settled.tax_due * Decimal(str(random.choice((1, 0.8, 0.93, 1.04)))))
    tax = grained(settled.tax_due, outline.grain)
    net = income["total_profit"] - tax
    return _replaced(settled, prepaid=prepaid, income={**income, "tax": tax, "net": net})


def _replaced(year: Year, **changes: object) -> Year:
    from dataclasses import replace

    return replace(year, **changes)  # type: ignore[arg-type]


def research_rows(random: Random, spent: Decimal, outline: Outline) -> dict[str, Decimal]:
    """A107012 of a company that spent so much on R&D: what tax law lets count is 80–93 % of it."""
    base = spent * Decimal(str(random.uniform(0.80, 0.93)))
    parts = {
        "3": random.uniform(0.45, 0.62),
        "7": random.uniform(0.10, 0.20),
        "16": random.uniform(0.03, 0.09),
        "19": random.uniform(0.00, 0.04),
        "23": random.uniform(0.00, 0.03),
        "28": random.uniform(0.03, 0.11),
        "36": random.uniform(0.03, 0.12),
        "37": random.uniform(0.01, 0.04) if outline.overseas else 0.0,
    }
    whole = Decimal(str(sum(parts.values())))
    rows = {str(number): ZERO for number in range(1, 53)}
    for total, leaves in _LEAVES.items():
        amount = fen(base * Decimal(str(parts[total])) / whole)
        for leaf, part in zip(leaves, split(random, amount, len(leaves)), strict=True):
            rows[leaf] = part
    for row in ("36", "37"):
        rows[row] = fen(base * Decimal(str(parts[row])) / whole)
    rows["1"] = Decimal(random.randint(2, 14))
    rows["50"] = Decimal(1)
    keep = random.uniform(0.1, 0.3) if outline.capitalises else 0.0
    rows["44"] = random.choice((ZERO, ZERO, fen(base * Decimal("0.013"))))
    rows["46"] = random.choice((ZERO, ZERO, ZERO, fen(base * Decimal("0.004"))))
    rows["48"] = random.choice((ZERO, ZERO, ZERO, fen(base * Decimal("0.006"))))
    return completed(rows, keep)


def completed(rows: dict[str, Decimal], capitalised_share: float = 0.0) -> dict[str, Decimal]:
    """The leaf rows with every computed row of the sheet filled in; limits are kept to."""
    rows = dict(rows)
    for total, leaves in _LEAVES.items():
        rows[total] = sum((rows[leaf] for leaf in leaves), ZERO)
    five = sum((rows[row] for row in ("3", "7", "16", "19", "23")), ZERO)
    # Rounded down: a cent above the limit would be a fault of the form.
    rows["34"] = min(rows["28"], down(five / 9))
    rows["2"] = five + rows["34"]
    rows["35"] = rows["36"] + rows["37"] + rows["39"]
    domestic = rows["2"] + rows["36"] * Decimal("0.8")
    rows["38"] = min(down(rows["37"] * Decimal("0.8")), down(domestic * 2 / 3))
    rows["40"] = fen(domestic + rows["38"])
    rows["42"] = fen(rows["40"] * Decimal(str(capitalised_share)))
    rows["41"] = rows["40"] - rows["42"]
    rows["45"] = rows["41"] + rows["43"] + rows["44"]
    rows["47"] = rows["45"] - rows["46"]
    left = rows["47"] - rows["48"] - rows["49"]
    rows["51"] = fen(max(ZERO, left) * rows["50"])
    rows["52"] = max(ZERO, -left)
    return rows


def split(random: Random, amount: Decimal, count: int) -> list[Decimal]:
    """The amount in so many parts, several of them nil, that add up to it exactly."""
    weights = [random.random() ** 2 if random.random() < 0.7 else 0.0 for _ in range(count)]
    weights[0] = max(weights[0], 0.4)
    whole = sum(weights)
    parts = [fen(amount * Decimal(str(weight / whole))) for weight in weights]
    parts[0] += amount - sum(parts, ZERO)
    return parts


def down(amount: Decimal) -> Decimal:
    """Cut to 0.01 元."""
    return amount.quantize(Decimal("0.01"), ROUND_DOWN)


def grained(amount: Decimal, grain: Decimal) -> Decimal:
    """Rounded to a multiple of the grain."""
    return fen((amount / grain).quantize(Decimal(1)) * grain)
