"""Sums of money written in capitals: 壹拾陆万叁仟陆佰肆拾柒圆壹角玖分.

Several spellings of one sum are right (支付结算办法 附一), so sums are compared by value.
"""

import re
from decimal import Decimal

from extractor.values.numerals import FORMAL_CHARACTERS, formal_number
from extractor.values.texts import compact
from models.extraction import Amount

_DIGIT = "[零〇壹壱弌贰貳貮弍弐貭叁叄參叅弎肆伍陆陸柒捌玖]"
_SUM = rf"[{FORMAL_CHARACTERS}圆元圓园角分整正]+"
_STATED = re.compile(rf"(?:^|.*(?:人民币|大写|计|[:)\]】¥]))({_SUM})(?:$|[(（¥,，;；。、)].*)")
_PARTS = re.compile(
    rf"(?:(?P<yuan>[{FORMAL_CHARACTERS}]+)(?:圆|元|圓|园))?"
    rf"(?P<tail>零?(?:(?P<jiao>{_DIGIT})角)?(?P<gap>零?)(?:(?P<fen>{_DIGIT})分)?)(?:整|正)?"
)


def parse(text: str) -> Amount | None:
    """The sum in 元, or None where the writing breaks the rules: then a character was misread."""
    stated = _STATED.fullmatch(compact(text))
    if stated is None:
        return None
    rest = compact(text).replace(stated[1], "", 1)
    if re.search(r"[壹贰叁肆伍陆柒捌玖]", rest):
        return None
    value = _value(stated[1])
    return None if value is None else Amount(value=value)


def _value(writing: str) -> Decimal | None:
    if writing in ("零元", "零圆", "零元整", "零圆整", "零元正", "零圆正"):
        return Decimal("0.00")
    parts = _PARTS.fullmatch(writing)
    if parts is None or not (parts["yuan"] or parts["jiao"] or parts["fen"]):
        return None
    yuan = formal_number(parts["yuan"]) if parts["yuan"] else 0
    jiao = formal_number(parts["jiao"]) if parts["jiao"] else 0
    fen = formal_number(parts["fen"]) if parts["fen"] else 0
    if yuan is None or jiao is None or fen is None or (parts["yuan"] and yuan == 0):
        return None
    if parts["fen"] and parts["yuan"] and not parts["jiao"] and "零" not in parts["tail"]:
        return None
    if parts["jiao"] and jiao == 0 and not parts["fen"]:
        return None
    return (Decimal(yuan) + Decimal(jiao) / 10 + Decimal(fen) / 100).quantize(Decimal("0.01"))
