"""Whom a tax proof is about, where a letter names the unit in its sentences or above them."""

from __future__ import annotations

import re

from extractor.documents.kind import Finder
from extractor.layout.captions import first_match, first_of
from extractor.layout.passage import Passage
from extractor.values import names, texts
from extractor.values.texts import compact
from models.document import Document
from models.extraction import Text

_UNIT = (
    r"(?!你|该|贵|我|本)[一-龥A-Za-z0-9·()（）]{2,38}?"
    r"(?:公司|[院所厂社校]|中心|集团|大学|合伙[)）])(?:[(（][^()（）]{2,8}[)）])?"
)
_OPENED = r"(?:^|[,，。:：;；、])(?:兹证明|现证明|兹有|证明|兹|经查询?|经核实?|现有|纳税人)?"
_CODE_CALLED = r"[(（,，]{0,2}(?:纳税人识别号|统一社会信用代码|税号)"
_PRONOUN = re.compile(r"^(?:[你该贵我本])(?:单位|公司|企业|纳税人|局)?(?:\(个人\))?$")
_CODE_BEHIND = re.compile(
    r"[(（](?:[一-龥]{2,10}[:：]?)?[0-9A-Z]{15,20}[)）]?.*$"
    r"|[(（,，]?(?:纳税人识别号|统一社会信用代码).*$|[0-9A-Z]{18}$"
)
_ADDRESSED = re.compile(r"[你贵]单位|[你贵]公司|[你贵]企业")

name_in_letter: Finder = first_of(
    first_match(rf"{_OPENED}({_UNIT}){_CODE_CALLED}"),
    first_match(rf"{_OPENED}({_UNIT})[(（][159ANY][1239][0-9A-Z]{{16}}[)）]"),
)
"""The name before the code that goes with it, in a sentence."""

code_in_letter: Finder = first_match(
    rf"{_UNIT}[(（]([159ANY][1239][0-9A-Z]{{16}})[)）]",
)
"""The code in brackets behind the name."""


def addressee(document: Document) -> Passage | None:
    """The unit that a letter speaks to as 你单位: it stands alone on its line, before a colon."""
    said = "".join(compact(line.text) for page in document.pages for line in page.lines)
    if not _ADDRESSED.search(said):
        return None
    return first_match(rf"^({_UNIT})[:：]$", wrapped=False)(document)


def parse_name(text: str) -> Text | None:
    """A taxpayer's name without the code behind it; None for what stands for one: 你单位（个人）, 该公司."""
    name = _CODE_BEHIND.sub("", texts.printed(text))
    return None if _PRONOUN.match(compact(name)) else names.parse(name)
