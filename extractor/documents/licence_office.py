"""The office that issued a licence: as printed, or out of its seal."""

from __future__ import annotations

import re

from extractor.layout.captions import first_match
from extractor.reconcile.certainty import stated
from models.document import Document
from models.extraction import Evidence, Field, Text

_OFFICE = (
    r"[一-龥]{2,24}?(?:市场监督管理局|工商行政管理局|行政审批局|登记管理局|市场监管局|"
    r"政务服务[一-龥]{0,8}局|数据局|机构编制委员会办公室|民政[厅局]|司法[厅局])(?:[一-龥]{1,8}分局)?"
)
_AUTHORITY = rf"(?:登记机关|登记管理机关|发照机关|发证机关|^)[:：（(盖章)）]*({_OFFICE})$"

office_in_print = first_match(_AUTHORITY)
"""The office where its name is printed."""


def office_in_seal(document: Document) -> Field | None:
    """The authority out of its seal, where no print names it; doubtful unless two readings agree."""
    if office_in_print(document) is not None:
        return None
    pattern = re.compile(_OFFICE)
    for page in document.pages:
        for seal in page.seals:
            if not pattern.fullmatch(seal.text):
                continue
            evidence = Evidence(
                file=page.file,
                page=page.number,
                box=page.on_upright(seal.box),
                text=seal.text,
                confidence=seal.confidence,
                source="seal",
            )
            doubts = () if seal.certain else ("印章文字只有一种读法，请核对原件",)
            value = Text(value=seal.text)
            return stated(
                "business_licence.authority", "登记机关", "text", value, (evidence,), doubts
            )
    return None
