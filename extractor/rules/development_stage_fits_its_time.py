"""建设阶段与时间、案例相符.

A model may be in development, on trial or in use. Only what is said of today is compared: a report
that calls its model unfinished, after the form says that the development has ended.
"""

import re
from datetime import date

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.spans import is_open, last_day
from extractor.rules.wording import shown
from models.extraction import Day, Value
from models.finding import Disagreement

UNFINISHED = re.compile(
    r"(?:本项目|本模型|该模型|模型)(?:目前|现阶段|当前|现|尚|仍|正)+(?:处于|在|处在)?(?:在建|建设中|"
    r"研发中|开发中|(?:研发|开发|建设|研制|训练)(?:阶段|过程中|之中|当中)|未(?:完成|上线|投入使用|建成))"
)
_OF_OTHERS = re.compile(r"国外|国内外|同类|业界|竞品|主流|后续|下一代|二期|升级版|V\d|版本")
_SENTENCE = re.compile(r"[。;!?]")
_KEYS = ("application_form.rd_period_end", "rd_report.words")


def check(end: Value, report: Words, submitted_on: Day) -> Disagreement:
    """A question where the development ended before the submission and is said to go on."""
    ended, today = last_day(end), submitted_on.value
    for page in report.pages:
        for found in UNFINISHED.finditer(page):
            sentence = _SENTENCE.split(page[: found.start()])[-1] + found[0]
            if not _OF_OTHERS.search(sentence) and _is_over(end, ended, today):
                where = report.where(re.escape(found[0]))
                message = f"申报表研发截止 {shown(end)}，研发情况报告称“{found[0]}”{where}，请核实建设阶段"
                return Disagreement(severity="C", message=message, values=_KEYS)
    return holds("C", "研发情况报告所述阶段与研发起止时间无矛盾", _KEYS[1])


def _is_over(end: Value, ended: date | None, today: date | None) -> bool:
    return not is_open(end) and ended is not None and today is not None and ended < today


RULE = Rule(
    code="MOD-07",
    title="建设阶段与时间、案例相符",
    source=notice("Q6"),
    severity="C",
    reads=("application_form.rd_period_end", "rd_report.words", "submission.submitted_on"),
    check=check,
)
