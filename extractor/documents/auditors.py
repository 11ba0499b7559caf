"""What every auditor's report has: number, firm, sign-off, accountants, verification code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.kind import Finder
from extractor.layout.captions import beside, first_match, first_of, rows_on
from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import (
    WEAK,
    WEAKEST_WORD,
    doubted,
    judged,
    stated,
)
from extractor.values.identifiers import REPORT_NUMBER, parse_report_number
from extractor.values.texts import printed
from models.document import Document, Page
from models.extraction import Field, Identifier, TextList

CAPTIONS = (
    "报告文号", "报告编号", "报告编码", "被审计单位", "被审计单位名称", "委托单位", "审计单位", "报告日期",
    "会计师事务所", "中国注册会计师", "注册会计师", "防伪编号", "报备编码", "验证码", "查验码", "地址", "电话",
    "审计期间", "报告备案编码",
)  # fmt: skip
_ACCOUNTANT = re.compile(r"(?:中国)?注册会计师(?:[(（][^（()）]{0,8}[)）])?[:：]?")
_WORDS = re.compile(r"[一-龥]*?(?=$|[^一-龥]|(?:中国)?注册会计师|二[〇零○OoＯ0◯])")
"""What stands behind the caption: up to other marks, the next caption, or the year of the date."""
_FURTHER = re.compile(r"[、，,/]([一-龥]{2,4})(?=$|[^一-龥])")
"""The second of two names behind one caption: 签字注册会计师：张三、李四."""
_BOTH_SIGN = re.compile(r"签[字名署]$")
"""Before the caption: what stands behind it, clear of each other, are both names."""
_NAME_LINE = re.compile(r"[(（]?([一-龥]{2,4})[)）]?(?:[(（][^（()）]*[)）])?")
_SHORTEST, _LONGEST = 2, 4
"""Letters of a name."""
_LINES_BELOW = 2.5
"""Heights of the caption's line within which a name under it stands."""
_NOT_A_NAME = re.compile(
    r"执业|职业|道德|准则|守则|师|协会|审计|责任|行业|统一|的|对|会计|事务|监管|我们|证书|签名|盖章|签字"
)
_PLACE_OR_PROMPT = re.compile(r"^中|武汉|湖北|日期|公章")
"""What also stands under the caption: 中国·武汉, the firm's seal."""
_PLACE_BEHIND = re.compile(
    r"中国|日期|[一-龥]{2,3}[省市区]|湖北|武汉|北京|上海|天津|重庆|广州|深圳|南京|杭州|成都|西安|长沙|郑州"
)
"""What stands behind a name on its row, clear of it: the place. Other words are a misread prompt."""
_WEAKEST_LINE = 0.9
"""Mean confidence of caption and name under which their letters may not be where they seem."""
_FEWEST = 2
"""A report is signed by two accountants (注册会计师法; 财会〔2001〕1035号)."""
UNIT_ENDS = (
    r"(?:公司|研究院|研究所|研究中心|大学|学院|中心|集团|厂|医院|协会|合作社|事务所"
    r"|企业[(（][^（()）]{4,6}[)）])"
)
"""How the names of those end who have themselves audited."""
ADDRESSEE = rf"^致?([一-龥A-Za-z0-9（）()·]{{2,40}}{UNIT_ENDS})[:：]$"
"""Whom a report speaks to, alone on its line: 武汉某某有限公司："""
_SQUARE = "[]"
_AS_PRINTED = str.maketrans("[]", "〔〕")
_BRACKETS_OF_A_YEAR = re.compile(r"[\[\]〔〕]")
_CLEAR_BRACKET = 0.99
"""A 〔 that is read as [ looks like both: on scans of either, only printed [ were read surer."""
_BRACKETS = "文号的方括号与六角括号难以区分，请核对原件"
_ONE_BRACKET = "文号的括号只识别到一半，已按另一半补全"
_UNREAD_NAME = "签字注册会计师姓名未全部辨认"

_report_number: Finder = first_of(
    first_match(f"({REPORT_NUMBER})"),
    first_match(r"([A-Z]{2,8}/20\d{2}[A-Z0-9-]{3,20})"),
    beside("报告文号", "文号", stop=CAPTIONS),
)
verification_code: Finder = first_of(
    beside("报告编码", "报备编码", "防伪编号", "验证码", "查验码", "报告备案编码", stop=CAPTIONS),
    first_match(
        r"(?:报告编码|报备编码|报告编号|验证码)[:：]?([一-龥]{1,3}[0-9A-Z][0-9A-Z-]{7,20})"
    ),
)


def report_number_field(document: Document, key: str) -> Field:
    """The report's number, in doubt where the brackets around its year may be others."""
    passage = _report_number(document)
    field = judged(key, "报告文号", "identifier", passage, parse_report_number)
    if passage is None or not isinstance(field.value, Identifier):
        return field
    number = field.value.value
    if len(number) > len(printed(passage.text)):
        return doubted(field, _ONE_BRACKET)
    if not set(_SQUARE) & set(number):
        return field
    # 〔 is rare and read as [, never the other way: one 〔 on any page tells what is printed.
    if any(set("〔〕") & set(other) for other in _same_number(document, number)):
        rounder = number.translate(_AS_PRINTED)
        return field.model_copy(update={"value": Identifier(value=rounder)})
    return doubted(field, _BRACKETS) if _weakly_read(passage, _SQUARE, _CLEAR_BRACKET) else field


def _same_number(document: Document, number: str) -> Iterator[str]:
    """The number wherever the report repeats it, with whatever brackets were read."""
    for page in document.pages:
        for row in rows_on(page):
            for found in re.finditer(REPORT_NUMBER, Characters.of(row).text):
                if _BRACKETS_OF_A_YEAR.sub("", found[0]) == _BRACKETS_OF_A_YEAR.sub("", number):
                    yield found[0]


def _weakly_read(passage: Passage, characters: str, least: float) -> bool:
    return any(
        sure < least
        for line in passage.lines
        for character, sure in zip(
            line.text, line.confidences or (1.0,) * len(line.text), strict=False
        )
        if character in characters
    )


def _name_below(page: Page, caption: Passage) -> Passage | None:
    """The printed name under the caption: where the firm leaves the line for the signature."""
    reach = _LINES_BELOW * caption.box.height
    under = [
        line
        for line in page.lines
        if 0 < line.box.top - caption.box.top <= reach
        and line.box.left < caption.box.right
        and line.box.right > caption.box.left
    ]
    for line in sorted(under, key=lambda line: line.box.top):
        characters = Characters.of((line,))
        found = _NAME_LINE.fullmatch(characters.text)
        if found is None or _NOT_A_NAME.search(found[1]):
            continue
        if not _PLACE_OR_PROMPT.search(found[1]):
            return passage_of(page, characters.cut(*found.span(1)))
    return None


def _in_prose(characters: Characters, found: re.Match[str]) -> bool:
    """Whether the words go on a sentence: no colon, and other words right before them."""
    before = characters.text[: found.start()]
    return (
        not found[0].endswith((":", "："))
        and not characters.gap_before(found.start())
        and re.search(r"[一-龥]$", before) is not None
    )


def _name_behind(characters: Characters, match: re.Match[str]) -> int | None:
    """Where the name behind a caption ends: right there for nothing, None where no name stands."""
    at = match.end()
    words = _WORDS.match(characters.text, at)
    stop = at if words is None else words.end()
    if stop == at:
        return at
    clear = [
        end
        for end in range(at + _SHORTEST, min(stop, at + _LONGEST + 1))
        if characters.gap_before(end)
    ]
    two = [end for end in clear if end + _SHORTEST <= stop <= end + _LONGEST]
    if two and _BOTH_SIGN.search(characters.text[: match.start()]):
        return two[0]
    if at + _SHORTEST <= stop <= at + _LONGEST and not _PLACE_OR_PROMPT.search(
        characters.text[at:stop]
    ):
        return stop
    before_a_place = [end for end in clear if _PLACE_BEHIND.match(characters.text, end)]
    if before_a_place:
        return before_a_place[0]
    # Letters of a stamp on the row, clear of the caption: the name may stand below.
    no_name = not _SHORTEST <= stop - at <= _LONGEST
    return at if no_name and characters.gap_before(at) else None


def _is_name(name: str) -> bool:
    return not _NOT_A_NAME.search(name) and not _PLACE_OR_PROMPT.search(name)


def _captions_on(page: Page) -> Iterator[tuple[Characters, re.Match[str], int]]:
    """Every caption of a signature with its row, and where the name behind it ends."""
    for row in rows_on(page):
        characters = Characters.of(row)
        for match in _ACCOUNTANT.finditer(characters.text):
            end = _name_behind(characters, match)
            if end is None or _NOT_A_NAME.match(characters.text[match.end() :]):
                continue
            if not _in_prose(characters, match):
                yield characters, match, end


def _names_behind(
    page: Page, characters: Characters, match: re.Match[str], end: int
) -> dict[str, Passage]:
    """The name behind a caption, and the second one that may follow it."""
    name = characters.text[match.end() : end]
    if not _is_name(name):
        return {}
    names = {name: passage_of(page, characters.cut(match.start(), end))}
    further = _FURTHER.match(characters.text, end)
    span = _second_clear_of(characters, match, end) if further is None else further.span(1)
    if span is not None and _is_name(characters.text[slice(*span)]):
        names[characters.text[slice(*span)]] = passage_of(page, characters.cut(*span))
    return names


def _second_clear_of(
    characters: Characters, caption: re.Match[str], end: int
) -> tuple[int, int] | None:
    """Where the second name stands clear of the first: 签字注册会计师：张三　李四."""
    words = _WORDS.match(characters.text, end)
    stop = end if words is None else words.end()
    if not end + _SHORTEST <= stop <= end + _LONGEST or not characters.gap_before(end):
        return None
    return (end, stop) if _BOTH_SIGN.search(characters.text[: caption.start()]) else None


def _badly_read(name: str, passage: Passage) -> bool:
    """Whether the name, which ends the passage, was read weakly, or otherwise a second time."""
    letters = [
        sure
        for line in passage.lines
        for sure in line.confidences or (line.confidence,) * len(line.text)
    ]
    other = passage.other_reading
    return (
        passage.confidence < _WEAKEST_LINE
        or min(letters[-len(name) :]) < WEAKEST_WORD
        or (other is not None and name not in printed(other))
    )


def _ends_at_a_stamp(name: str, passage: Passage) -> bool:
    """Whether a name of two letters goes up to a stamp, which may cover its third."""
    if len(name) > _SHORTEST:
        return False
    end, letter = passage.lines[-1].box, pitch(passage.lines[-1])
    return any(
        seal.box.left - letter <= end.right <= seal.box.right
        and seal.box.top < end.bottom
        and seal.box.bottom > end.top
        for seal in passage.page.seals
    )


def accountants(document: Document, key: str) -> Field:
    """The names printed behind 中国注册会计师; the signatures themselves are not read."""
    label = "签字注册会计师"
    names: dict[str, Passage] = {}
    seen_caption: list[Passage] = []
    for page in document.pages:
        for characters, match, end in _captions_on(page):
            if end > match.end():
                found = _names_behind(page, characters, match, end)
                names.update({name: at for name, at in found.items() if name not in names})
                continue
            caption = passage_of(page, characters.cut(*match.span()))
            below = _name_below(page, caption)
            if below is None:
                seen_caption.append(caption)
            else:
                names.setdefault(below.text, below)
    # A stamp covers the end of the name beside it, and is read with the whole name itself.
    cut = [
        name for name in names if any(other != name and other.startswith(name) for other in names)
    ]
    for name in cut:
        del names[name]
    if not names:
        # A caption without a legible name is an unreadable signature, no caption is none at all.
        return stated(key, label, "list", None, tuple(each.evidence for each in seen_caption))
    bad = any(
        _badly_read(name, passage) or _ends_at_a_stamp(name, passage)
        for name, passage in names.items()
    )
    weak = (WEAK,) if cut or bad else ()
    return stated(
        key,
        label,
        "list",
        TextList(values=tuple(names)),
        tuple(passage.evidence for passage in names.values()),
        (*weak, _UNREAD_NAME) if len(names) < _FEWEST else weak,
    )
