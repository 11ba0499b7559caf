"""A107012 其他相关费用不超过限额.

A company may claim less than the limit, so less is a note and more is wrong.
"""

from collections.abc import Mapping

from extractor.forms.form import load_form
from extractor.rules.choosing import year_in
from extractor.rules.citing import law
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import PERCENT, cells_of_rows
from extractor.rules.wording import yuan
from models.extraction import Field, Value
from models.finding import Disagreement

ROW = "34"
CENT = 1 / PERCENT


def check(rows: Mapping[str, Field], period_end: Value) -> Disagreement | None:
    """Fails above the limit of the sheet's year; a note below it."""
    cells = cells_of_rows(rows)
    limits = load_form("A107012").limits(year_in(period_end) or 0)
    limit = next((each for each in limits if each.row == ROW), None)
    excess = limit.excess(cells) if limit else None
    if limit is None or excess is None:
        message = "该年度限额按项目计算，或有关行次未能辨认，无法由本表核对"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    keys = tuple(f"a107012.row_{row}" for row in (ROW, *limit.expression.reads(cells)))
    if excess > CENT:
        message = f"第34行超过限额 {yuan(excess)}"
        return Disagreement(severity="B", message=message, values=keys)
    if excess < -CENT:
        message = f"第34行低于限额 {yuan(-excess)}，可少扣"
        return Disagreement(severity="D", message=message, values=keys)
    return holds("B", "第34行等于限额", *keys)


RULE = Rule(
    code="RD-02",
    title="A107012 其他相关费用不超过限额",
    source=law(
        "国家税务总局公告2021年第28号 第三条",
        "全部研发项目的其他相关费用限额=全部研发项目的人员人工等五项费用之和×10%/(1-10%)",
    ),
    severity="B",
    reads=("a107012.row_*", "a107012.period_end"),
    check=check,
)
