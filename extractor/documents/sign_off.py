"""The end of an auditor's report: which firm signed it, and when."""

from __future__ import annotations

import re

from extractor.layout.captions import first_match, rows_on
from extractor.layout.characters import Characters, passage_of, split_at_gaps
from extractor.layout.passage import Passage
from extractor.layout.stacked import longest_from
from extractor.values import days, texts
from models.document import Document, Page, TextLine
from models.extraction import Text

FIRM = (
    r"([一-龥]{2,12}(?:[(（][一-龥]{2,6}[)）])?会计师事务所"
    r"(?:[(（](?:特殊)?普通合伙[)）]|有限责任公司|有限公司)?(?:[一-龥]{2,6}分所)?)"
)
"""注册会计师法: a firm is a partnership or a limited company; DOMAIN 6.1 has the forms."""
_NO_BRANCH_CUT = r"(?![一-龥]{1,5}分)(?!(?!中国)[一-龥]{2,4}(?:中国)?注册会计师)"
"""What may not follow: the beginning of a branch whose 所 was not read, or stands on the next line."""
_SEALED = r"(?:[(（](?:盖章|公章|签章|加盖公章|章)[)）])?"
_WHOLE_FIRM = re.compile(rf"(?:(?:会计师事务所|审计机构|机构名称){_SEALED}[:：])?{FIRM}{_SEALED}")
_BRANCH_BELOW = 2.5
"""Heights of the firm's line from its middle to that of the branch's below it."""
_CHINESE_DAY = (
    r"二[〇零○OoＯ0◯][〇零○OoＯ0◯一二三四五六七八九]{2}年"
    r"[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日曰]"
)
_FIGURE_DAY = r"20\d{2}年\d{1,2}月\d{1,2}[日曰]"
_WHOLE_DAY = re.compile(
    rf"(?:报告日期?[:：]?|(?:出具|签署|签发)?日期[:：]|(?:中国|湖北)?[·•.]?(?:(?![截至自期日])[一-龥]){{2,4}})?({_CHINESE_DAY}|{_FIGURE_DAY})"
    rf"|(?:报告|出具|签署|签发)?日期?[:：](20\d{{2}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
)
_FIRM_HIDDEN = re.compile(
    r"(?!.*会计师事务所).*(?:会计师事|计师事务|事务.?[(（]?(?:特殊)?普通合伙).*"
)
_DAY_HIDDEN = re.compile(
    r"(?=.*[0-9一二三四五六七八九十])(?:[0-9〇零○OoＯ0◯一二三四五六七八九]{0,4}年)?"
    r"(?:[0-9一二三四五六七八九十]{0,2}月)?[0-9一二三四五六七八九十]{0,3}[日曰]"
)
"""What a seal leaves of the firm and of the day: it is there, and can't be read."""
_SIGNED = re.compile(r"注册会计师(?:[(（][^（()）]{0,8}[)）])?[:：]?$|注册会计师[:：]")
_CERTIFICATE = re.compile(
    r"执业证书|批准执业|注册会计师证书|批准注册协会|年度检验登记|营业执照|登记机关"
)
"""Words of the firm's and the accountants' own certificates, copied behind the report."""
_MENTION = re.compile(r"附件|附[:：]|后附|复印件")
"""In a line with these words the report lists its enclosures."""
_STATEMENT_CELLS = 30
"""A table with so many cells is a statement or a schedule, not a block of signatures."""


def firm(document: Document) -> Passage | None:
    """The firm as signed: the last mention that stands by itself, else the first anywhere."""
    signed = [
        passage
        for page in _own_pages(document)
        for line in page.lines
        if (passage := _signed_firm(page, _before_signature(line))) is not None
    ]
    if not signed:
        named = first_match(rf"^(?>{FIRM}){_NO_BRANCH_CUT}", wrapped=False)(document)
        return named or _last_signed(document, _FIRM_HIDDEN)
    # The seal over the signatures hides letters that the cover shows.
    last = signed[-1].text
    return next((each for each in reversed(signed) if _is_whole(each.text, last)), signed[-1])


def _is_whole(name: str, cut: str) -> bool:
    return len(name) > len(cut) and (name.startswith(cut) or name.endswith(cut))


def _signed_firm(page: Page, line: TextLine) -> Passage | None:
    """The firm from this line on, with its branch where that stands on the next.

    The ring of a seal can make that line a taller one than any of the same print.
    """
    for under in page.lines:
        below = under.box.centre[1] - line.box.centre[1]
        near = 0 < below <= _BRANCH_BELOW * line.box.height
        if near and abs(under.box.left - line.box.left) <= line.box.height:
            characters = Characters.of((line, under))
            match = _WHOLE_FIRM.fullmatch(characters.text)
            if match is not None and match[1].endswith("分所"):
                return passage_of(page, characters.cut(*match.span(1)))
    return longest_from(page, line, _WHOLE_FIRM)


def sign_off_day(document: Document) -> Passage | None:
    """The last date that stands alone under the signatures, else the last that stands alone.

    A statement's own date (2025年12月31日 under its title) is a period's end, no sign-off.
    """
    found: Passage | None = None
    under_signature: Passage | None = None
    for page in _own_pages(document):
        signed = _is_signed(page)
        if not signed and any(len(table.cells) >= _STATEMENT_CELLS for table in page.tables):
            continue
        for line in (each for row in rows_on(page) for each in row):
            characters = Characters.of((line,))
            match = _WHOLE_DAY.fullmatch(characters.text)
            if match is None or days.parse(match[match.lastindex or 0]) is None:
                continue
            found = passage_of(page, characters.cut(*match.span(match.lastindex or 0)))
            if signed:
                under_signature = found
    return under_signature or found or _last_signed(document, _DAY_HIDDEN)


def parse_firm(text: str) -> Text | None:
    """The firm's name; None for one of which a seal hides so much that it is no firm's."""
    return texts.parse(text) if "会计师事务所" in text else None


def _last_signed(document: Document, what: re.Pattern[str]) -> Passage | None:
    """The last line under signatures that is of this kind."""
    return next(
        (
            passage_of(page, [line])
            for page in reversed(_own_pages(document))
            if _is_signed(page)
            for line in reversed(page.lines)
            if what.fullmatch(Characters.of((line,)).text)
        ),
        None,
    )


def _own_pages(document: Document) -> list[Page]:
    """The report's pages without the certificates that are copied behind it."""
    own = [
        page
        for page in document.pages
        if not any(_is_of_a_certificate(line) for line in page.lines)
    ]
    return own or list(document.pages)


def _is_of_a_certificate(line: TextLine) -> bool:
    text = Characters.of((line,)).text
    return _CERTIFICATE.search(text) is not None and _MENTION.search(text) is None


def _before_signature(line: TextLine) -> TextLine:
    """The line without the signature's caption that stands beside the firm on its row."""
    (first, *_) = split_at_gaps(line)
    at = first.text.find("中国注册会计师")
    return first.part(0, at) if at > 0 else first


def _is_signed(page: Page) -> bool:
    return any(_SIGNED.search(Characters.of((line,)).text) for line in page.lines)
