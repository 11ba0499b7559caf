"""研发情况报告在材料中，含项目概述、技术创新、应用成效.

The notice lists the three parts and what each must say.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent, chosen_keys
from extractor.rules.rule import Rule
from models.extraction import Value
from models.finding import Disagreement

PARTS = {"overview": "项目概述", "innovation": "技术创新", "results": "应用成效"}


def check(report: bool, parts: Value | None) -> Disagreement | None:
    """Missing without the report or one of its parts."""
    lacking = [name for key, name in PARTS.items() if key not in chosen_keys(parts)]
    if not report:
        return absent("工业模型研发情况报告", "B")
    return absent(f"研发情况报告中的{'、'.join(lacking)}部分", "B") if lacking else None


RULE = Rule(
    code="M-10",
    title="研发情况报告齐备，含项目概述、技术创新、应用成效三部分",
    source=notice("Q22"),
    severity="B",
    reads=("rd_report.present",),
    reads_if_present=("rd_report.parts",),
    check=check,
)
