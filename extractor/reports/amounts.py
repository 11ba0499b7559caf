"""Amounts as a reviewer reads them."""

from decimal import Decimal

WAN = Decimal(10_000)


def yuan(canonical: str) -> str:
    """A canonical amount with thousands separators: ``12,345,678.90 元``."""
    currency, _, digits = canonical.rpartition(" ")
    return f"{Decimal(digits):,.2f} {currency or '元'}"


def wan_yuan(canonical: str) -> str:
    """A canonical amount in 万元, the form's own unit, without needless zeros."""
    digits = f"{Decimal(canonical.rpartition(' ')[2]) / WAN:,.6f}".rstrip("0").rstrip(".")
    return f"{digits} 万元"
