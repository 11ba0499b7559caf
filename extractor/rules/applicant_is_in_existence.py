"""登记状态为存续.

The credit report repeats the register: a unit that was struck off, or is being wound up, can't
carry a project.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement

EXISTS = re.compile("存续|在业|在营|开业|正常|在册|登记成立|确立")
ENDED = re.compile("吊销|注销|停业|歇业|清算|撤销|解散|破产")


def check(report: str, status: Text | None) -> Disagreement | None:
    """Fails for a unit that ended; not applicable where the report prints no status."""
    if status is None:
        message = "信用报告未载登记状态"
        return Disagreement(severity="A", message=message, outcome="not_applicable")
    if ENDED.search(status.value):
        return Disagreement(severity="A", message=f"登记状态为“{status.value}”")
    if EXISTS.search(status.value):
        return None
    message = f"登记状态“{status.value}”含义不明，请核实"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="LIC-11",
    title="登记状态为存续",
    source=notice("Q1"),
    severity="A",
    reads=("credit_report.document",),
    reads_if_present=("credit_report.status",),
    check=check,
)
