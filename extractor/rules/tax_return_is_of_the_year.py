"""企业所得税申报表属申报年度.

The return of 2025 is due in May 2026, so the one before it is accepted until then.
"""

from datetime import date

from extractor.rules.choosing import year_in
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Day, Value
from models.finding import Disagreement

SHEETS = ("a100000.period_end", "a107012.period_end")


def check(
    year: int, due: date, submitted_on: Day, main: Value | None, research: Value | None
) -> list[Disagreement]:
    """A note for last year's return before the new one is due; fails for an older one."""
    if main is None and research is None:
        message = "企业所得税申报表未见所属年度"
        return [Disagreement(severity="B", message=message, values=SHEETS, outcome="missing")]
    said = []
    for name, period_end, key in zip(("A100000", "A107012"), (main, research), SHEETS, strict=True):
        stated = year_in(period_end)
        if stated is None or stated == year:
            continue
        not_due = submitted_on.value is not None and submitted_on.value <= due
        lawful = stated == year - 1 and not_due
        why = f"{year} 年度汇算清缴尚未到期，可接受，金额类规则期间不可比" if lawful else "年度不符"
        said.append(
            Disagreement(
                severity="D" if lawful else "B",
                message=f"{name} 属 {stated} 年度（{why}）",
                values=(key,),
            )
        )
    return said


RULE = Rule(
    code="RD-11",
    title="企业所得税申报表属申报年度",
    source=notice("Q20"),
    severity="D",
    reads=("programme.year", "programme.tax_return_due", "submission.submitted_on"),
    reads_if_present=SHEETS,
    check=check,
)
