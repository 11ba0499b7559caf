"""Names of units with letters behind them that belong to none: a watermark read with the name."""

from __future__ import annotations

import re

from extractor.documents.kind import Parser
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted, judged
from extractor.values.texts import printed
from models.extraction import Field, Text

_STRAY = re.compile(r"^(?P<name>.*公司)(?P<rest>[一-龥]{1,4})$")
_OF_A_UNIT = re.compile(
    r"[司厂院所部处店站行社队室场园局会委校库铺港矿农牧林馆]$|中心$|集团$|大学$|工作室$"
)
"""How the name of what belongs to a company ends: 武汉分公司, 研究院, 工会."""
_BEHIND_THE_NAME = "名称之后另读出“{}”，可能为水印或印章文字"


def unit_name(key: str, label: str, passage: Passage | None, parse: Parser) -> Field:
    """The unit's name; in doubt without the letters behind it that end no unit's name."""
    field = judged(key, label, "text", passage, parse)
    if not isinstance(field.value, Text):
        return field
    found = _STRAY.match(printed(field.value.value))
    if found is None or _OF_A_UNIT.search(found["rest"]):
        return field
    name = field.model_copy(update={"value": Text(value=found["name"])})
    return doubted(name, _BEHIND_THE_NAME.format(found["rest"]))
