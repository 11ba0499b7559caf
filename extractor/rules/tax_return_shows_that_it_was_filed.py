"""企业所得税申报表有受理或申报凭据.

A print from the electronic tax office bears its mark, a paper return the office's stamp. The notice
does not ask for either, so their absence is a note.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Seals, Words
from models.finding import Disagreement

MARKS = r"受理|申报成功|已申报|电子税务局|电子申报|申报回执|税务局|受理日期"


def check(
    main: Words | None,
    research: Words | None,
    on_main: Seals | None,
    on_research: Seals | None,
) -> Disagreement | None:
    """A note where neither words nor seals tell of the tax office."""
    papers = [each for each in (main, research) if each]
    if not papers:
        message = "未见企业所得税申报表的文字，无从核对"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    sealed = any(each.say("税务") for each in (on_main, on_research) if each)
    if sealed or any(each.first(MARKS) for each in papers):
        return None
    message = "企业所得税申报表未见受理章、申报回执或电子税务局标记（通知未要求）"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="CIT-06",
    title="企业所得税申报表有受理或申报凭据",
    source=practice("已报送的申报表应有受理或电子申报痕迹，未报送的表格不能证明申报"),
    severity="C",
    reads=(),
    reads_if_present=("a100000.words", "a107012.words", "a100000.seals", "a107012.seals"),
    check=check,
)
