"""模型研发成本未含政府补助.

Whether granted money is taken off a cost is a question of its definition; the special audit that
says it is in asks for an answer.
"""

import re
from collections.abc import Iterator, Mapping

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import cut
from extractor.values.texts import compact
from models.extraction import Field, Rows, Text
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


def check(audit: Words, stated: Mapping[str, Field] | None) -> Disagreement:
    """A question where the audit's words, or a part of the form's cost, say that grants are in."""
    for page in audit.pages:
        for said in _included(page):
            where = audit.where(re.escape(said))
            message = f"专项审计报告称研发成本“{cut(said)}”{where}，请核实申报成本是否扣除政府补助"
            return Disagreement(severity="C", message=message, values=_KEYS[:1])
    cell = (stated or {}).get("rd_cost_items")
    granted = [*_granted(cell), *_included(compact(cell.text))] if cell else []
    if granted:
        message = f"申报成本组成列有“{cut(granted[0])}”，请核实申报成本是否扣除政府补助"
        return Disagreement(severity="C", message=message, values=_KEYS[1:])
    return holds("C", "专项审计报告和成本组成未提及含政府补助", _KEYS[0])


def _included(words: str) -> Iterator[str]:
    """What the words say to be in that is granted money, where they neither deny nor take it off."""
    for found in INCLUDED.finditer(words):
        before = _CLAUSE.split(words[: found.start()])[-1]
        if not _DENIED.search(before) and not _NONE_OF_IT.search(found[0]):
            yield found[0]


def _granted(cell: Field) -> Iterator[str]:
    """The items of the form's cost that are grants by name."""
    records = cell.value.records if isinstance(cell.value, Rows) else ()
    for name in (row.get("name") for row in records):
        if (
            isinstance(name, Text)
            and re.search(_GRANT, name.value)
            and not _DENIED.search(re.split(_GRANT, name.value)[0])
            and not name.value.startswith(("减", "扣"))
        ):
            yield name.value


RULE = Rule(
    code="SPA-19",
    title="模型研发成本未含政府补助",
    source=practice("以政府补助列支的研发支出，须说明按总额还是按扣除补助后的净额申报"),
    severity="C",
    reads=("special_audit_report.words",),
    reads_if_present=("application_form.rd_cost_items*",),
    check=check,
)
