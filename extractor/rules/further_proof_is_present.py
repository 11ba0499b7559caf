"""其他相关证明材料至少一项.

The list of the notice is open (包括但不限于), so having none is a question, not a fault.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(*papers: bool) -> Disagreement | None:
    """Missing where none of the papers of item (四)3 is there."""
    return None if any(papers) else absent("备案、专利、软著、测评报告、合同等其他证明材料", "C")


RULE = Rule(
    code="M-13",
    title="其他相关证明材料至少一项",
    source=notice("Q21"),
    severity="C",
    reads=(
        "filing.present",
        "patent.present",
        "software_copyright.present",
        "test_report.present",
        "contract.present",
    ),
    check=check,
)
