"""模型研发成本不是多年合计或项目总预算.

The form asks for one year. A sum that the report calls the whole project's, or that of several
years, is that of one only where the project fell into the year.
"""

import re
from collections.abc import Iterator

from extractor.programmes.programme import CostPeriod
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.spans import first_day, last_day
from extractor.rules.tolerance import apart
from extractor.rules.wording import money
from extractor.values import amounts
from models.extraction import Amount, Value
from models.finding import Disagreement

_SUM = r"(?P<sum>\d[\d,]*(?:\.\d+)?(?:亿|万)?元)(?!以上|左右)"
_MONEY = "(?:投入|投资|经费|预算|费用|成本|支出)"
_SEVERAL = (
    r"(?:20\d{2}年?度?(?:至|到|[-—~～、和])20\d{2}年|[近前这](?:两|二|三|四|五|2|3|4|5)年|历年)"
)
WHOLE = re.compile(
    rf"(?:总{_MONEY}|{_MONEY}总额|项目预算|计划投资|累计(?:研发)?{_MONEY}|{_SEVERAL}[^。;,\d]{{0,16}}{_MONEY})"
    rf"[^。;,\d]{{0,12}}{_SUM}"
)
_SENTENCE = re.compile(r"[。;!?]")
_YEAR = re.compile(r"20\d{2}(?=年)")


def check(
    cost: Amount, report: Words, period: CostPeriod, start: Value | None, end: Value | None
) -> Disagreement:
    """A note where the cost is a sum that the report gives for more than the year."""
    keys = ("application_form.rd_cost", "rd_report.words")
    begun, ended = first_day(start), last_day(end)
    if begun and ended and begun >= period.start and ended <= max(period.ends):
        return holds("D", "项目起止均在成本期间内，全部投入即当年成本", keys[0])
    for words, stated in _whole_sums(report, period.start.year):
        if cost.value and apart(stated, cost) in ("equal", "rounding"):
            where = report.where(re.escape(words))
            message = (
                f"申报模型研发成本 {money(cost)}，与研发情况报告“{words}”{where}相同，"
                "请核实是否为多年合计或项目总预算"
            )
            return Disagreement(severity="D", message=message, values=keys, outcome="passed")
    return holds("D", "研发情况报告所述总投入、多年投入均不等于申报成本", *keys)


def _whole_sums(report: Words, year: int) -> Iterator[tuple[str, Amount]]:
    """The sums of more than the year, each with its words."""
    for page in report.pages:
        for found in WHOLE.finditer(page):
            sentence = _SENTENCE.split(page[: found.start()])[-1] + found[0]
            of_year = set(_YEAR.findall(sentence)) == {str(year)}
            stated = amounts.parse(found["sum"])
            if stated is not None and not of_year:
                yield found[0], stated


RULE = Rule(
    code="SPA-16",
    title="模型研发成本不是多年合计或项目总预算",
    source=practice("申报成本为一个年度的成本，与项目总预算或多年投入合计相等的，提示核实"),
    severity="D",
    reads=("application_form.rd_cost", "rd_report.words", "programme.cost_period"),
    reads_if_present=("application_form.rd_period_start", "application_form.rd_period_end"),
    check=check,
    agreement_confirms=True,
)
