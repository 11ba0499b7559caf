"""Items of 营业执照 that a 事业单位法人证书 does not print: 类型 and 成立日期."""

from __future__ import annotations

from models.extraction import Identifier
from models.finding import Disagreement, Severity

PUBLIC_BODY = "12"
"""How the credit code of a 事业单位 begins (GB 32100-2015)."""


def without_item(
    code: Identifier | None, caption: str, key: str, severity: Severity
) -> Disagreement:
    """What is to be said of a licence on which the item was not seen."""
    if code is not None and code.value.startswith(PUBLIC_BODY):
        message = f"事业单位法人证书不登载{caption}"
        return Disagreement(severity=severity, message=message, outcome="not_applicable")
    message = f"未见营业执照的“{caption}”"
    return Disagreement(severity=severity, message=message, values=(key,), outcome="missing")
