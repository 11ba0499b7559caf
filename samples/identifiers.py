"""Numbers with check digits, and the report and document numbers of the sheets; all invented."""

from __future__ import annotations

from datetime import date
from random import Random

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def uscc(random: Random, division: str, prefix: str = "91") -> str:
    """A 统一社会信用代码 with both check digits right (GB 32100-2015, GB 11714)."""
    if random.random() < 0.6:
        body = "MA" + "".join(random.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(6))
    else:
        body = "".join(random.choice("0123456789") for _ in range(8))
    return complete_uscc(prefix + division + body)


def complete_uscc(first_sixteen: str) -> str:
    """The sixteen characters with both check characters added."""
    inner = sum(
        _ORGANISATION.index(character) * weight
        for character, weight in zip(first_sixteen[8:16], (3, 7, 9, 10, 5, 8, 4, 2), strict=True)
    )
    rest = 11 - inner % 11
    # The organisation code allows X as its check character, and so does the outer alphabet.
    return with_outer_check(first_sixteen + {10: "X", 11: "0"}.get(rest, str(rest)))


def with_outer_check(code: str) -> str:
    """The seventeen characters with the check character of GB 32100 behind them."""
    outer = sum(_USCC.index(character) * pow(3, place, 31) for place, character in enumerate(code))
    return code + _USCC[(31 - outer % 31) % 31]


def mobile(random: Random) -> str:
    """An eleven-digit number in a block that no operator has given out (1 9 4)."""
    return "194" + digits(random, 8)


def landline(random: Random) -> str:
    """A Wuhan number."""
    return "027-8" + digits(random, 7)


def digits(random: Random, count: int) -> str:
    """So many random digits."""
    return "".join(random.choice("0123456789") for _ in range(count))


def patent(random: Random, filed: int) -> str:
    """An invention patent number with its check digit."""
    body = f"{filed}1{random.randrange(1000, 1800):04d}{digits(random, 3)}"
    rest = sum(
        int(digit) * weight
        for digit, weight in zip(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True)
    )
    check = "0123456789X"[rest % 11]
    return f"ZL{body}.{check}"


def software_copyright(random: Random, year: int) -> str:
    """登记号 of a software copyright."""
    return f"{year}SR{digits(random, 7)}"


def algorithm_filing(random: Random, year: int) -> str:
    """算法备案编号: division, entity, algorithm, year, serial (21 digits)."""
    entity = digits(random, 7)
    return (
        f"网信算备420100{entity}{random.randrange(1, 9):02d}{year % 100:02d}{digits(random, 4)}号"
    )


def seal_serial(random: Random, division: str) -> str:
    """The 13 digits along the lower rim of a company seal."""
    return division + digits(random, 7)


def audit_number(random: Random, short: str, kind: str, year: int) -> str:
    """报告文号 in one of the forms in use: 楚衡审字〔2026〕第0123号."""
    number = random.choice((digits(random, 4), digits(random, 5), "1" + digits(random, 3)))
    left, right = random.choice((("〔", "〕"), ("[", "]"), ("（", "）")))
    return f"{short}{kind}字{left}{year}{right}第{number}号"


def audit_code(random: Random, year: int) -> str:
    """报告编码 of the supervision platform."""
    return (
        "鄂"
        + f"{year % 100:02d}"
        + "".join(random.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(8))
    )


def voucher(random: Random, year: int) -> str:
    """An 18-digit tax voucher number: 4 + division + 2-digit year + serial."""
    return f"4420{digits(random, 2)}{year % 100:02d}{digits(random, 10)}"


def day_between(random: Random, first: date, last: date) -> date:
    """A day between both, ends included."""
    return date.fromordinal(random.randint(first.toordinal(), last.toordinal()))
