"""企业所得税申报表版本与所属年度一致.

A sheet is filed on the print of its year; another print means mixed or wrong pages.
"""

from extractor.forms.form import load_form
from extractor.rules.choosing import year_in
from extractor.rules.citing import law
from extractor.rules.rule import Rule
from models.extraction import Choice, Value
from models.finding import Disagreement


def check(
    main: Choice, main_end: Value, research: Choice | None, research_end: Value | None
) -> list[Disagreement]:
    """A question where an edition was not in use for the year that its sheet states."""
    said = []
    for code, edition, end in (
        ("A100000", main, main_end),
        ("A107012", research, research_end),
    ):
        year = year_in(end)
        if edition is None or year is None:
            continue
        printed = load_form("A100000" if code == "A100000" else "A107012").edition(edition.value)
        if printed.first_year is None or printed.covers(year):
            continue
        keys = (f"{code.lower()}.edition", f"{code.lower()}.period_end")
        message = f"{code} 为 {edition.value} 版式，所属年度却为 {year}"
        said.append(Disagreement(severity="C", message=message, values=keys))
    return said


RULE = Rule(
    code="CIT-02",
    title="企业所得税申报表版本与所属年度一致",
    source=law("国家税务总局公告2025年第1号", "修订后的申报表适用于其后的年度汇算清缴申报"),
    severity="C",
    reads=("a100000.edition", "a100000.period_end"),
    reads_if_present=("a107012.edition", "a107012.period_end"),
    check=check,
)
