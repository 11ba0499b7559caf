"""推荐意见说明核查情况.

The office that recommends says what its check of the unit found. That it found nothing where the
unit's own credit report lists something fails; that it says nothing of a check is a question.
"""

from __future__ import annotations

import re
from datetime import date

from extractor.rules.citing import notice
from extractor.rules.office_papers import CHECKED, opinions
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import cut
from models.extraction import Count, Day, PageKind, Rows
from models.finding import Disagreement

_NOTHING = r"(?:未发现|未查到|未查询到|不存在|未出现|没有|未有|未受到?|(?<!有)无)"
NO_BREACH = re.compile(rf"{_NOTHING}[^。;]{{0,24}}?(?:违法|违规|行政处罚)")
NOT_LISTED = re.compile(
    rf"(?:{_NOTHING}|未被?[列纳]入)[^。;]{{0,30}}?(?:失信被执行人|严重失信|失信主体|失信名单|失信)"
)
_PAGES = ("submission.pages",)
_SEVERAL = re.compile(r"(?:除|以外|之外|但)")
"""A letter on several units may except one of them."""


def check(
    seen: tuple[PageKind, ...],
    since: date,
    penalties: Count | None,
    items: Rows | None,
    dishonest: Count | None,
    debtor: Count | None,
) -> list[Disagreement]:
    """Fails where the opinion denies what the credit report lists; not applicable without one."""
    found = list(opinions(seen))
    if not found:
        message = "材料中未见经信部门的推荐意见或核查意见"
        return [
            Disagreement(severity="B", message=message, values=_PAGES, outcome="not_applicable")
        ]
    said = []
    for page, words in found:
        where = f"推荐（核查）意见（第 {page.number} 页）"
        plain = _SEVERAL.search(words) is None
        no_breach, not_listed = NO_BREACH.search(words), NOT_LISTED.search(words)
        if no_breach and plain and penalties and penalties.value:
            recent = _since(items, since)
            if recent != 0:
                listed = f"列有行政处罚 {penalties.value} 条"
                keys = ("credit_report.penalties", "credit_report.penalty_items")
                said.append(_denied(where, no_breach[0], listed, keys, sure=bool(recent)))
        for count, what, key in (
            (dishonest, "严重失信主体名单", "credit_report.dishonest"),
            (debtor, "失信被执行人", "credit_report.judgment_debtor"),
        ):
            if not_listed and plain and count and count.value:
                listed = f"列有{what}信息 {count.value} 条"
                said.append(_denied(where, not_listed[0], listed, (key,), sure=True))
        if not CHECKED.search(words):
            message = f"{where}未说明对违法违规和失信情况的核查结果"
            said.append(Disagreement(severity="C", message=message, values=_PAGES))
    if said:
        return said
    listed = "、".join(str(page.number) for page, _ in found)
    return [holds("B", f"推荐（核查）意见（第 {listed} 页）与信用报告无矛盾")]


def _since(items: Rows | None, since: date) -> int | None:
    """How many of the listed penalties were decided since the day; None where that is not known."""
    days = [row.get("decided_on") for row in items.records] if items else []
    known = [day.value for day in days if isinstance(day, Day) and day.value]
    recent = sum(day >= since for day in known)
    return recent if recent or (days and len(known) == len(days)) else None


def _denied(
    where: str, words: str, listed: str, keys: tuple[str, ...], *, sure: bool
) -> Disagreement:
    message = f"{where}称“{cut(words)}”，而信用报告{listed}"
    return Disagreement(severity="B" if sure else "C", message=message, values=keys)


RULE = Rule(
    code="CRE-09",
    title="推荐意见说明核查情况",
    source=notice("Q27"),
    severity="B",
    reads=("submission.pages", "programme.violations_since"),
    reads_if_present=(
        "credit_report.penalties",
        "credit_report.penalty_items",
        "credit_report.dishonest",
        "credit_report.judgment_debtor",
    ),
    check=check,
)
