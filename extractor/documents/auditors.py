"""What every auditor's report has: number, firm, sign-off, accountants, verification code."""

from __future__ import annotations

import re

from extractor.documents.kind import Finder
from extractor.layout.captions import beside, first_match, first_of, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import WEAK, stated
from models.document import Document, Page
from models.extraction import Field, TextList

CAPTIONS = (
    "报告文号", "报告编号", "报告编码", "被审计单位", "被审计单位名称", "委托单位", "审计单位", "报告日期",
    "会计师事务所", "中国注册会计师", "注册会计师", "防伪编号", "报备编码", "验证码", "查验码", "地址", "电话",
    "审计期间", "报告备案编码",
)  # fmt: skip
_ACCOUNTANT = re.compile(
    r"(?:中国)?注册会计师(?:[(（][^（()）]{0,8}[)）])?[:：]?(?P<name>[一-龥]{2,4})?(?=$|[^一-龥]|中国注册会计师)"
)
_NAME_LINE = re.compile(r"([一-龥]{2,4})(?:[(（][^（()）]*[)）])?")
_LINES_BELOW = 2.5
"""Heights of the caption's line within which a name under it stands."""
_NOT_A_NAME = re.compile(
    r"执业|职业|道德|准则|守则|师|协会|审计|责任|行业|统一|的|对|会计|事务|监管|我们|证书|签名|盖章|签字"
)
_PLACE_OR_PROMPT = re.compile(r"^中|武汉|湖北|日期|公章")
"""What also stands under the caption: 中国·武汉, the firm's seal."""
_FEWEST = 2
"""A report is signed by two accountants (注册会计师法; 财会〔2001〕1035号)."""
_UNREAD_NAME = "签字注册会计师姓名未全部辨认"

report_number: Finder = first_of(
    first_match(
        r"([一-龥A-Z]{1,20}字[\[〔【（(]?20\d{2}[\]〕】）)]?(?:年)?第?[A-Z]{0,3}[\d-]{1,10}号)"
    ),
    first_match(r"([A-Z]{2,8}/20\d{2}[A-Z0-9-]{3,20})"),
    beside("报告文号", "文号", stop=CAPTIONS),
)
verification_code: Finder = first_of(
    beside("报告编码", "报备编码", "防伪编号", "验证码", "查验码", "报告备案编码", stop=CAPTIONS),
    first_match(
        r"(?:报告编码|报备编码|报告编号|验证码)[:：]?([一-龥]{1,3}[0-9A-Z][0-9A-Z-]{7,20})"
    ),
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
    caption = characters.text[found.start() : found.start("name") if found["name"] else found.end()]
    before = characters.text[: found.start()]
    return (
        ":" not in caption
        and not characters.gap_before(found.start())
        and re.search(r"[一-龥]$", before) is not None
    )


def accountants(document: Document, key: str) -> Field:
    """The names printed behind 中国注册会计师; the signatures themselves are not read."""
    label = "签字注册会计师"
    names: dict[str, Passage] = {}
    seen_caption: list[Passage] = []
    for page in document.pages:
        for row in rows_on(page):
            characters = Characters.of(row)
            for match in _ACCOUNTANT.finditer(characters.text):
                if _NOT_A_NAME.match(characters.text[match.end() :]) or _in_prose(
                    characters, match
                ):
                    continue
                passage = passage_of(page, characters.cut(*match.span()))
                if passage is None:
                    continue
                name = match["name"]
                if name and not _NOT_A_NAME.search(name) and not _PLACE_OR_PROMPT.search(name):
                    names.setdefault(name, passage)
                elif not name:
                    below = _name_below(page, passage)
                    if below is None:
                        seen_caption.append(passage)
                    else:
                        names.setdefault(below.text, below)
    if not names:
        # A caption without a legible name is an unreadable signature, no caption is none at all.
        return stated(key, label, "list", None, tuple(each.evidence for each in seen_caption))
    weak = (WEAK,) if any(passage.confidence < 0.9 for passage in names.values()) else ()
    return stated(
        key,
        label,
        "list",
        TextList(values=tuple(names)),
        tuple(passage.evidence for passage in names.values()),
        (*weak, _UNREAD_NAME) if len(names) < _FEWEST else weak,
    )
