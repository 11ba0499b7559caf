"""Names of models: what of them counts when two papers are compared."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from extractor.values.texts import compact

_VERSION = re.compile(r"[(（]?[vV]\d+(?:\.\d+)*[)）]?$|[(（][^()（）]*[)）]$")
_KIND = re.compile(r"(?:工业|行业|领域)?(?:专用)?(?:大模型|小模型|模型)(?:系统|平台)?$")
_QUOTES = re.compile(r"[“”\"'‘’《》「」『』·\-—_]")
_ALIKE = 80
"""Of 100: names that share nearly all characters are one model named loosely."""


def model_likeness(one: str, other: str) -> str:
    """same, loose or different, without version, quotation marks and the word 模型."""
    first, second = core(one), core(other)
    if first == second:
        return "same"
    inside = min(len(first), len(second)) >= 2 and (first in second or second in first)
    return "loose" if inside or fuzz.ratio(first, second) >= _ALIKE else "different"


def core(name: str) -> str:
    """The name without version, quotation marks and the word 模型, in small letters."""
    plain = _QUOTES.sub("", compact(name))
    plain = _VERSION.sub("", plain)
    return (_KIND.sub("", plain) or plain).lower()
