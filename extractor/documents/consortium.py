"""The cell 联合体成员单位: names of units among the words that say what each of them does."""

from __future__ import annotations

import re

from extractor.values import texts
from models.extraction import TextList, Value

_NONE = re.compile(r"[无/\-—]*|不涉及|非联合体.*")
_A_NAME = re.compile(r"[一-龥A-Za-z]{2,}")
_BETWEEN = re.compile(r"(?:(?<=^)|(?<![\dA-Za-z]))\d{1,2}[、.．)]|[;；。、,，:：\n]|(?<=[\d])[.．]")
_ROLE = re.compile(
    r"^(?:\d{1,2}[)）]?|[一二三四五六七八九十]{1,2}[)）]|[(（][\d一二三四五六七八九十]{1,2}[)）])?"
    r"(?:(?:联合体)?(?:牵头|主申报|成员|参与|参加|联合|合作|协作|申报|其他)*(?:单位|方|成员)"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}(?=为|是))?(?:为|是)?)?(?=[一-龥A-Za-z])"
)
"""A numeral without a mark behind it may begin the name: 三峡大学, 十堰某某公司."""
_BY_ROLE = re.compile(
    r"(?:牵头|成员|参与|参加|合作|协作)(?:单位|方)[\d一二三]{0,2}(?:为|是|[:：])[:：]?"
    r"([^;；。、,，:：\n（(]{2,40})"
)
"""Whoever is named behind 成员单位: is one, whatever the name ends in."""
_REMARK = re.compile(
    r"[(（][^()（）]*(?:牵头|成员|主申报|联合|参与|负责|单位"
    r"|研发|研究|开发|训练|治理|数据|算法|应用|推广|测试|部署|实施|试点)[^()（）]*[)）]$"
)
_UNIT = re.compile(
    r"[一-龥A-Za-z0-9（）()·]{2,36}"
    r"(?:公司|大学|学院|学校|研究院|设计院|科学院|医院|研究所|设计所|实验室|中心|集团|工厂|总厂|厂|协会|院|所|社)"
)


def parse_members(text: str) -> Value | None:
    """The units of a consortium, the lead among them; none where the cell says 无 or is blank.

    None where something is written of which no unit's name can be told.
    """
    plain = texts.printed(text)
    # A lone stroke is read as a 1; no member's name has no letters.
    if _NONE.fullmatch(plain) or not _A_NAME.search(plain):
        return TextList(values=())
    parts = (_unit(part) for part in _BETWEEN.split(plain))
    units = tuple(dict.fromkeys(unit for unit in parts if unit is not None))
    if any(_unit(name) not in units for name in _BY_ROLE.findall(plain)):
        return None
    return TextList(values=units) if units else None


def _unit(part: str) -> str | None:
    """The name that fills the part, without its role before it and a remark behind it."""
    bare = _REMARK.sub("", part.strip())
    for name in (_ROLE.sub("", bare), bare):
        if _UNIT.fullmatch(name) and not name.startswith(("负责", "承担", "提供", "参与")):
            return name
    return None
