"""Names of persons as they are signed: 周建国 · 欧阳晓燕 · 买买提·艾力 · Hans Müller."""

import re

from extractor.values import texts
from models.extraction import Text

_NAME = re.compile(
    r"[一-龥]{2,5}|[一-龥]{1,8}(?:[·•.][一-龥]{1,8}){1,3}|[A-Za-zÀ-ž][A-Za-zÀ-ž.·-]{2,40}"
)
_PROMPT = re.compile(r"[(（][^()（）]{0,8}[)）]")
_NO_NAME = re.compile(
    r"公司|单位|盖章|公章|日期|承诺|签[名字章]|代表|负责人|^[一二三四五六七八九十]+[年月日]|[省市县]$"
)
"""What else is printed near the place of a signature."""


def parse(text: str) -> Text | None:
    """The name; None for a date, a caption, a unit or a letter that is left of one."""
    words = texts.parse(_PROMPT.sub("", texts.printed(text)))
    if words is None or not _NAME.fullmatch(words.value) or _NO_NAME.search(words.value):
        return None
    return words
