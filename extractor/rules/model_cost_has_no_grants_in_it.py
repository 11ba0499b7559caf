"""模型研发成本未含政府补助.

Whether granted money is taken off a cost is a question of its definition; the special audit that
says it is in asks for an answer.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import cut
from models.extraction import Rows, Text
from models.finding import Disagreement

_GRANT = r"(?:政府补助|政府补贴|财政补助|财政补贴|财政拨款|财政资金|财政专项资金|政府专项资金)"
INCLUDED = re.compile(
    rf"(?:包含|包括|含有|含|其中[:,]?|使用了?|列支了?|来源于|来自)[^。;,:不未无]{{0,10}}{_GRANT}[^。;,]{{0,20}}"
)
_DENIED = re.compile(
    r"(?:不|未|没有|无|非|已扣除|扣除|剔除|除去|减去|冲减|净额)[^。;,]{0,8}$|不含|未使用|未包[含括]"
)
_NONE_OF_IT = re.compile(
    r"(?<![\d.,])(?:0|零|无)(?:\.0+)?(?:万?元)?$|已(?:全部)?(?:扣除|剔除|冲减)"
)
_CLAUSE = re.compile(r"[。;!?]|,(?!\d{3})")
_KEYS = ("special_audit_report.words", "application_form.rd_cost_items")


def check(audit: Words, items: Rows | None) -> Disagreement:
    """A question where the audit's words, or a part of the form's cost, say that grants are in."""
    for page in audit.pages:
        for found in INCLUDED.finditer(page):
            before = _CLAUSE.split(page[: found.start()])[-1]
            if _DENIED.search(before) or _NONE_OF_IT.search(found[0]):
                continue
            where = audit.where(re.escape(found[0]))
            message = (
                f"专项审计报告称研发成本“{cut(found[0])}”{where}，请核实申报成本是否扣除政府补助"
            )
            return Disagreement(severity="C", message=message, values=_KEYS[:1])
    names = [row.get("name") for row in items.records] if items else []
    granted = [
        name.value
        for name in names
        if isinstance(name, Text)
        and re.search(_GRANT, name.value)
        and not _DENIED.search(re.split(_GRANT, name.value)[0])
        and not name.value.startswith(("减", "扣"))
    ]
    if granted:
        message = f"申报成本组成列有“{cut(granted[0])}”，请核实申报成本是否扣除政府补助"
        return Disagreement(severity="C", message=message, values=_KEYS[1:])
    return holds("C", "专项审计报告和成本组成未提及含政府补助", _KEYS[0])


RULE = Rule(
    code="SPA-19",
    title="模型研发成本未含政府补助",
    source=practice("以政府补助列支的研发支出，须说明按总额还是按扣除补助后的净额申报"),
    severity="C",
    reads=("special_audit_report.words",),
    reads_if_present=("application_form.rd_cost_items",),
    check=check,
)
