"""纳税证明的所属时期或入库日期在申报年度.

上年度 may be met by the period the tax is for or by the day it was paid; either is accepted.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Day, Rows
from models.finding import Disagreement

DATES = ("period_start", "period_end", "paid_on")


def check(tables: tuple[Rows | None, ...], year: int) -> Disagreement | None:
    """Fails where rows are of other years only; unreadable where a date that may fit is not read."""
    rows = [row for table in tables if table for row in table.records]
    dates = [row.get(name) for row in rows for name in DATES]
    years = {day.value.year for day in dates if isinstance(day, Day) and day.value}
    if year in years:
        return None
    if not rows or None in tables or any(day is None for day in dates):
        message = f"未能从完税项目中确认 {year} 年的所属时期或入库日期，请核对原件"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    seen = "、".join(str(each) for each in sorted(years))
    return Disagreement(severity="B", message=f"完税项目均属 {seen} 年，没有 {year} 年的税款")


RULE = Rule(
    code="TAX-02",
    title="纳税证明的所属时期或入库日期在申报年度",
    source=notice("Q18"),
    severity="B",
    reads=("tax_certificate[*].items", "programme.year"),
    check=check,
)
