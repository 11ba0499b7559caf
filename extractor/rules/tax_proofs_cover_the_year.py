"""纳税证明覆盖申报年度各月.

A month without any tax may be lawful, so gaps are only noted.
"""

from datetime import date

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Day, Rows, Scalar
from models.finding import Disagreement


def check(tables: tuple[Rows | None, ...], year: int) -> Disagreement | None:
    """A note on the months of the year that no row's period covers."""
    covered: set[int] = set()
    for row in (row for table in tables if table for row in table.records):
        start, end = _day(row.get("period_start")), _day(row.get("period_end"))
        if start and end:
            covered |= {
                month for month in range(1, 13) if _within(date(year, month, 1), start, end)
            }
    if not covered or len(covered) == 12:
        return None
    gaps = "、".join(str(month) for month in range(1, 13) if month not in covered)
    return Disagreement(severity="D", message=f"纳税证明未覆盖 {year} 年 {gaps} 月")


def _day(value: Scalar | None) -> date | None:
    return value.value if isinstance(value, Day) else None


def _within(month: date, start: date, end: date) -> bool:
    return start.replace(day=1) <= month <= end


RULE = Rule(
    code="TAX-03",
    title="纳税证明覆盖申报年度各月",
    source=practice("多份证明合并应能反映全年纳税情况"),
    severity="C",
    reads=("tax_certificate[*].items", "programme.year"),
    check=check,
)
