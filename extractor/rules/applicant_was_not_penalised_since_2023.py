"""2023年以来无行政处罚.

The notice gives no threshold, so a small fine is put to the reviewer; a closure or a revoked
permit is no small thing.
"""

import re
from datetime import date

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count, Day, Rows, Scalar
from models.finding import Disagreement

HEAVY = re.compile(r"吊销|责令(?:停产|停业|关闭)|限制从业|行政拘留|撤销(?:资质|许可)")
_THREATENED = re.compile(r"(?:逾期|拒不|如不|若不|如未|若未)[^。;；]{0,24}$")
"""In front of what would follow and was not decided: 逾期不改正的，责令停产停业."""


def check(count: Count, since: date, items: Rows | None) -> Disagreement | None:
    """A question for each penalty since that day, a failure for a heavy one."""
    if count.value == 0:
        return None
    records = items.records if items else ()
    counted = [row for row in records if not _decided_before(row.get("decided_on"), since)]
    if records and not counted and len(records) >= count.value:
        message = f"列有行政处罚 {count.value} 条，均在 {since} 之前"
        return Disagreement(severity="D", message=message)
    listed = "；".join(_said(row) for row in counted) or "明细未能辨认"
    heavy = any(not _THREATENED.search(listed[: found.start()]) for found in HEAVY.finditer(listed))
    message = f"列有行政处罚 {count.value} 条：{listed}"
    return Disagreement(severity="A" if heavy else "C", message=message)


def _decided_before(day: Scalar | None, since: date) -> bool:
    return isinstance(day, Day) and day.value is not None and day.value < since


def _said(row: dict[str, Scalar | None]) -> str:
    decided, content, number = row.get("decided_on"), row.get("content"), row.get("number")
    day = decided.value.isoformat() if isinstance(decided, Day) and decided.value else "日期不明"
    words = (getattr(each, "value", None) for each in (number, content))
    return " ".join((day, *(str(each) for each in words if each)))


RULE = Rule(
    code="CRE-03",
    title="2023年以来无行政处罚",
    source=notice("Q3", "Q8"),
    severity="A",
    reads=("credit_report.penalties", "programme.violations_since"),
    reads_if_present=("credit_report.penalty_items",),
    check=check,
)
