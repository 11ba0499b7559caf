"""单位情况介绍中的数字与表格一致.

Only figures that the words give exactly are compared: 近百人 and 约 30 人 are no figures.
"""

import re
from collections.abc import Iterator

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart
from extractor.rules.wording import money
from extractor.values import amounts
from extractor.values.texts import compact
from models.extraction import Amount, Count, Text
from models.finding import Disagreement

INTRODUCTION = "application_form.introduction"
_STAFF = re.compile(
    r"(?:现有|共有|拥有|在职)?(?:在职)?(?:员工|职工)(?:总数|总人数)?(?:为|共|共有|有|[:：])?"
    r"(\d{1,6})(?:人|名)(?!左右|以上)"
)
_RESEARCHERS = re.compile(
    r"(?:研发|科研)(?:技术)?人员(?:数量|总数)?(?:为|共|共有|有|[:：])?(\d{1,6})(?:人|名)(?!左右|以上)"
)
_REVENUE = re.compile(
    r"2025年(?:度|全年)?(?:公司|单位)?(?:共|累计)?(?:实现)?营业(?:总)?收入(?:为|达到?|[:：])?(?:人民币)?"
    r"(\d[\d,]*(?:\.\d+)?(?:亿|万)元)(?!左右|以上)"
)


def check(
    words: Text, staff: Count | None, researchers: Count | None, revenue: Amount | None
) -> list[Disagreement]:
    """A question for each figure of the words that differs from its cell."""
    said = [
        *different_count(words.value, _STAFF, "员工", staff, "application_form.staff_total"),
        *different_count(
            words.value, _RESEARCHERS, "研发人员", researchers, "application_form.rd_staff"
        ),
        *_different_revenue(words.value, revenue),
    ]
    return said or [holds("C", "单位情况介绍中的数字与表格无出入", INTRODUCTION)]


def different_count(
    words: str, pattern: re.Pattern[str], what: str, cell: Count | None, key: str
) -> Iterator[Disagreement]:
    """The figure of the words, where it is exactly one and not the cell's."""
    found = set(pattern.findall(compact(words)))
    if cell is None or len(found) != 1:
        return
    stated = int(found.pop())
    if stated != cell.value:
        message = f"单位情况介绍称{what} {stated} 人，表格填 {cell.value} 人"
        yield Disagreement(severity="C", message=message, values=(INTRODUCTION, key))


def _different_revenue(words: str, cell: Amount | None) -> Iterator[Disagreement]:
    found = set(_REVENUE.findall(compact(words)))
    stated = amounts.parse(found.pop()) if len(found) == 1 else None
    if cell is None or stated is None or apart(stated, cell) in ("equal", "rounding"):
        return
    message = f"单位情况介绍称2025年营业收入 {money(stated)}，表格填 {money(cell)}"
    keys = (INTRODUCTION, "application_form.revenue")
    yield Disagreement(severity="C", message=message, values=keys)


RULE = Rule(
    code="FIN-10",
    title="单位情况介绍中的数字与表格一致",
    source=notice("Q13"),
    severity="C",
    reads=(INTRODUCTION,),
    reads_if_present=(
        "application_form.staff_total",
        "application_form.rd_staff",
        "application_form.revenue",
    ),
    check=check,
    agreement_confirms=True,
)
