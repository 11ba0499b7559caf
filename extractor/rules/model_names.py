"""Names of models: what of them counts when two papers are compared."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from extractor.values.simplified import simplified
from extractor.values.texts import compact

_VERSION = re.compile(r"[(（]?[vV]\d+(?:\.\d+)*[)）]?$|[(（][^()（）]*[)）]$")
_KIND = re.compile(r"(?:工业|行业|领域)?(?:专用)?(?:大模型|小模型|模型)(?:系统|平台)?$")
_QUOTES = re.compile(r"[“”\"'‘’《》「」『』·\-—_]")
_EVERYWHERE = re.compile(
    r"大模型|多模态|单模态|模型|算法|系统|平台|软件|方法|装置|设备|介质|一种|用于|基于|面向|以及|人工智能|智能|工业|深度学习|机器学习|"
    r"神经网络|数据|生成合成|合成|服务|技术|管理|应用|处理|v\d+(?:\.\d+)*|[\W_]|的|及|和|与"
)
_TELLING_LETTERS = 4
"""Fewer letters (质检, 能源) stand in any text of the trade."""
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
    plain = _QUOTES.sub("", simplified(compact(name)))
    plain = _VERSION.sub("", plain)
    return (_KIND.sub("", plain) or plain).lower()


def mentioned(name: str, words: str) -> bool:
    """Whether a text speaks of the model by its name; a name of a few letters tells nothing."""
    plain = core(name)
    text = _QUOTES.sub("", simplified(compact(words))).lower()
    return len(plain) >= _TELLING_LETTERS and plain in text


def related(one: str, other: str) -> bool:
    """Whether two names of systems speak of one thing: they share two letters that say something.

    Words that every such name has (智能, 系统, 方法) say nothing; of a name made of nothing else it
    can't be told, and it counts as related.
    """
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return True
    return bool(_runs(first) & _runs(second))


def _telling(name: str) -> str:
    return _EVERYWHERE.sub(" ", simplified(compact(name)).lower()).strip()


def _runs(words: str) -> set[str]:
    return {run for at in range(len(words) - 1) if " " not in (run := words[at : at + 2])}
