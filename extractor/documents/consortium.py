"""The cell 联合体成员单位: names of units among the words that say what each of them does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.values import texts
from models.extraction import TextList, Value

_PROMPT = re.compile(r"[(（]?若以联合体形式申报.{0,60}?职责分工[)）]?")
_NONE = re.compile(r"[无/\-—]*|不涉及|不适用|N/?A")
_NO_CONSORTIUM = re.compile(
    r"(?:非|未以|未采用|不以|不是|没有|无)联合体|(?:独立|单独|自行)(?:进行)?申[报请]"
)
_A_NAME = re.compile(r"[一-龥A-Za-z]{2,}")
_BETWEEN = re.compile(r"(?:(?<=^)|(?<![\dA-Za-z]))\d{1,2}[、.．)]|[;；。、,，:：\n]|(?<=[\d])[.．]")
_END = (
    r"(?:公司|大学|学院|学校|研究院|设计院|科学院|医院|研究所|设计所|实验室|中心|集团|工厂|总厂|厂"
    r"|协会|院|所|社)"
)
_BEHIND = "|".join(
    f"(?<={end})"
    for end in (
        "公司",
        "大学",
        "学院",
        "学校",
        "医院",
        "中心",
        "集团",
        "协会",
        "院",
        "所",
        "厂",
        "社",
    )
)
"""Right behind the end of a unit's name."""
_ROLE = re.compile(
    r"^(?:\d{1,2}[)）]?|[一二三四五六七八九十]{1,2}[)）]|[(（][\d一二三四五六七八九十]{1,2}[)）])?"
    r"(?:(?:联合体)?(?:牵头|主申报|成员|参与|参加|联合|合作|协作|申报|其他)*(?:单位|方|成员)"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}(?=为|是))?(?:为|是)?)?(?=[一-龥A-Za-z])"
)
"""A numeral without a mark behind it may begin the name: 三峡大学, 十堰某某公司."""
_BY_ROLE = re.compile(
    r"(?:牵头|成员|参与|参加|合作|协作)(?:单位|方)[\d一二三]{0,2}(?:为|是|[:：])[:：]?"
    r"(?:\d{1,2}[、.．)）])?([^;；。、,，:：\n（(]{2,40})"
)
"""Whoever is named behind 成员单位: is one, whatever the name ends in."""
_REMARK = re.compile(
    r"[(（][^()（）]*(?:牵头|成员|主申报|联合|参与|负责|单位"
    r"|研发|研究|开发|训练|治理|数据|算法|应用|推广|测试|部署|实施|试点)[^()（）]*[)）]"
)
_REMARK_BEHIND = re.compile(rf"(?:{_BEHIND}){_REMARK.pattern}(?!有限|股份|公司)")
"""A remark's own commas part no names; （数据）有限公司 is none."""
_DOES = re.compile(
    rf"(?:{_BEHIND})(?:作为|为|是)?(?:主要|共同|联合|分工|职责|具体)*"
    r"(?:负责|承担|提供|参与|配合|牵头|申报|职责|分工|合作|协作)[^;；。、,，:：\n]*$"
)
_JOINED = re.compile(
    rf"(?:{_BEHIND})(?:(?:联合|会同|携手|协同|[与和及])(?!{_END}|体))(?=[一-龥]{{2,}}{_END})"
)
"""甲公司联合乙大学; 甲公司联合乙公司 too, but not 甲公司联合实验室."""
_BROKEN_LIST = re.compile(rf"(?:{_BEHIND}|(?<=[;；。、,，:：)）]))\n")
"""A break behind a whole name, or behind a mark, which parts anyway."""
_UNIT = re.compile(rf"[一-龥A-Za-z0-9（）()·]{{2,36}}{_END}(?:[(（][一-龥]{{2,6}}[)）])?")
_TWO_UNITS = re.compile(
    r"公司(?![(（]|[一-龥]{0,12}(?:分公司|分部|事业部|分院|分所|研究院|研究所|设计院|中心|实验室|工厂|厂)(?:[(（]|$)|$)"
)
"""A company's name with more behind it than a part of the company."""
_SPEAKS_OF_WORK = re.compile(r"负责|承担|提供|参与|配合|开展|实施|职责|分工|制定|为.+提供")


def parse_members(text: str) -> Value | None:
    """The units of a consortium, the lead among them; none where the cell says 无 or is blank.

    None where something is written of which no unit's name can be told.
    """
    plain = _PROMPT.sub("", texts.printed(_lines_parted(text)))
    # A lone stroke is read as a 1; no member's name has no letters.
    if _NONE.fullmatch(plain) or not _A_NAME.search(plain):
        return TextList(values=())
    if _says_none(plain):
        return TextList(values=())
    parts = [part for part in _parts(plain) if part]
    read = [(part, _unit(part)) for part in parts]
    units = tuple(dict.fromkeys(unit for _, unit in read if unit is not None))
    if any(
        _UNIT.search(part) and not _SPEAKS_OF_WORK.search(part) for part, unit in read if not unit
    ):
        return None
    if any(_unit(name) not in units for name in _named_by_role(plain)):
        return None
    return TextList(values=units) if units else None


def _lines_parted(text: str) -> str:
    """The text with a mark at its breaks, where each stands behind a whole name or a mark."""
    breaks = text.strip().count("\n")
    listed = breaks > 0 and len(_BROKEN_LIST.findall(_tight(text))) == breaks
    return text.strip().replace("\n", "；") if listed else text


def _tight(text: str) -> str:
    """The lines without what spaces stand around them."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _says_none(plain: str) -> bool:
    """Whether the cell says in words that there is no consortium."""
    bare = re.sub(r"[(（][^()（）]*[)）]", "", plain)
    said = _NO_CONSORTIUM.search(plain) is not None or _NONE.fullmatch(bare) is not None
    return said and not _UNIT.search(_NO_CONSORTIUM.sub("", plain))


def _parts(plain: str) -> Iterator[str]:
    for part in _BETWEEN.split(_REMARK_BEHIND.sub("；", plain)):
        yield from _JOINED.split(part)


def _named_by_role(plain: str) -> Iterator[str]:
    for name in _BY_ROLE.findall(_REMARK_BEHIND.sub("；", plain)):
        first = next((part for part in _parts(name) if part), None)
        if first is not None:
            yield first


def _unit(part: str) -> str | None:
    """The name that fills the part, without its role before it and what it does behind it."""
    bare = _DOES.sub("", re.sub(rf"{_REMARK.pattern}$", "", part.strip()))
    for name in (_ROLE.sub("", bare), bare):
        if (
            _UNIT.fullmatch(name)
            and not _TWO_UNITS.search(name)
            and not name.startswith(("负责", "承担", "提供", "参与"))
        ):
            return name
    return None
