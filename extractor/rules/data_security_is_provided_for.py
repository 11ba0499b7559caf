"""建立数据安全管理制度.

The notice asks for rules on data security; any word of them, in the report or on another paper,
answers that they are there, and people judge what they are worth.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from models.extraction import PageKind
from models.finding import Disagreement

PROVIDED = (
    "数据安全|信息安全|网络安全|安全管理制度|安全管理体系|安全保障|数据合规|数据治理制度|数据管理制度|"
    "数据分类分级|数据脱敏|隐私保护|保密制度|等级保护|等保[二三23]|27001"
)
_SHORTEST = 300
"""Letters; a report of which less was read may say it on what was not."""


def check(report: Words, seen: tuple[PageKind, ...]) -> Disagreement | None:
    """A question where neither the report nor any other page speaks of it."""
    if report.first(PROVIDED):
        return None
    every = Words(
        pages=tuple("".join(each.page.text.split()) for each in seen),
        numbers=tuple(each.page.number for each in seen),
    )
    if (found := every.first(PROVIDED)) is not None:
        message = f"研发情况报告未述，其他材料述及“{found[0]}”{every.where(PROVIDED)}"
        return Disagreement(severity="C", message=message, outcome="passed")
    if len(report.text) < _SHORTEST:
        message = "研发情况报告仅识别到少量文字，未能核对数据安全管理制度"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    message = "研发情况报告及其他材料均未述及数据安全管理制度，也未附制度文件"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="MOD-13",
    title="建立数据安全管理制度",
    source=notice("Q7"),
    severity="C",
    reads=("rd_report.words", "submission.pages"),
    check=check,
)
