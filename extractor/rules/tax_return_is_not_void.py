"""企业所得税申报表未作废、为最新更正版.

A return marked as void or as corrected may not be the one that counts.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Words
from models.finding import Disagreement

MARKS = r"作废|更正申报|更正后|已更正"


def check(main: Words | None, research: Words | None) -> list[Disagreement]:
    """A question for each sheet that bears such a mark."""
    papers = [("A100000", main), ("A107012", research)]
    if main is None and research is None:
        message = "未见企业所得税申报表的文字，无从核对"
        return [Disagreement(severity="C", message=message, outcome="not_applicable")]
    return [
        Disagreement(
            severity="C",
            message=f"{name} 有“{found[0]}”字样{words.where(MARKS)}，请确认为最新有效申报表",
        )
        for name, words in papers
        if words is not None and (found := words.first(MARKS)) is not None
    ]


RULE = Rule(
    code="CIT-07",
    title="企业所得税申报表未作废、为最新更正版",
    source=practice("更正申报的，以最后一次申报为准；标注作废的申报表无效"),
    severity="C",
    reads=(),
    reads_if_present=("a100000.words", "a107012.words"),
    check=check,
)
