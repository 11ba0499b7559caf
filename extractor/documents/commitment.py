"""承诺书: the applicant's word, signed and sealed (notice, 附件1, 承诺书)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from statistics import median

from extractor.documents.kind import About, FieldSpec, Kind
from extractor.layout.captions import below, beside, first_match, first_of, first_read, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import HANDWRITTEN, doubted, exact, judged, stated
from extractor.values import days, names, people, texts
from extractor.values.texts import compact
from models.document import BoundingBox, Document, Page, TextLine
from models.extraction import Choice, Evidence, Field, Text, Value

_SIGNATURE = re.compile(r"法定?(?:代表)?人(?:代表)?[(（]?(?:签名|签字|签章|盖章)?")
_SIGNED_CAPTIONS = (
    "申请单位法人代表（签名）",
    "申请单位法人代表",
    "申请单位法定代表人（签名）",
    "法人代表（签名）",
    "法定代表人（签名）",
    "法定代表人（签字）",
    "法定代表人签字",
    "法定代表人签名",
    "法定代表人签章",
    "法人代表签字",
    "法人代表签名",
    "法定代表人或授权代表",
    "法定代表人或授权代表签字",
    "单位法定代表人",
    "法定代表人",
    "法人代表",
)
_UNIT_CAPTIONS = (
    "申请单位（盖章）", "申请单位", "申报单位（盖章）", "申报单位", "单位（盖章）", "承诺单位",
    "申请单位名称", "申报单位名称", "单位名称", "企业名称", "申请企业", "申报企业", "承诺企业",
)  # fmt: skip
_STOP = (*_SIGNED_CAPTIONS, *_UNIT_CAPTIONS, "日期", "承诺日期", "签署日期", "年月日", "特此承诺")
_PRINTED = re.compile(r"公司|单位|盖章|日期|承诺|\d{4}年|年.{0,3}月|20\d{2}[-./]\d")
"""What is printed behind the caption where the form puts date or unit on the same row."""
_NO_SIGNATURE = re.compile(r"公司|单位|盖章|日期|\d{4}年|承诺|签[名字]|[一-龥]{5,}")
"""What else is printed near the caption; a person's name is short."""
_BLOCK = 0.2
"""How far below the caption, in page heights, unit, seal and date stand."""
_ASIDE = "签名处空白，落款处另有笔迹，请核对是否为签名"
_DATE_BEHIND = re.compile(
    r"(?:日期[:：]?)?(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})[年.\-/].*$|年月日$"
)
_DAY = (
    r"20\d{2}年\d{1,2}月\d{1,2}日|20\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|二[〇零○O0][一二三四五六七八九〇零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PROMPT_BEHIND = re.compile(r"[（(](?:单位)?(?:加?盖?公章|盖章|签章)[)）]$")
"""What some forms print behind the unit's name instead of before it."""
_UNIT_ENDS = re.compile(r"(?:公司|[院所厂社校]|中心|大学|集团)$")
_PROMPT_AHEAD = re.compile(r"^(?:或其?(?:授权|委托)(?:代表|代理)人?)?(?:签字|签名|签章|盖章)[:：]?")
"""What stands behind brackets in a caption: 法定代表人（或授权代表）签字."""
_ABOVE_ITS_SEAL = (
    r"^([一-龥A-Za-z0-9（）()·]{4,40}?(?:公司|[院所厂社校]|中心|大学|集团))"
    r"[（(](?:单位)?(?:加?盖?公章|盖章|签章)[)）]$"
)
_UNDER_THE_PROMISE = re.compile(r"特此承诺|[(（](?:签名|签字|签章|盖章|公章)")
_PRINTED_ON = re.compile(r"打印|下载|扫描")
_SHORTEST = 4
"""Letters of the shortest unit's name; fewer are what a seal leaves of print."""
_UNDER = 2.5
"""How far under its caption a signature may begin, in heights of the caption."""
_CROSSED = 1.8
"""How much taller print is read, over the page's usual print, with the strokes of a pen across
it; letters of two sizes in one line of a form differ by less."""
_BLANK_DATE = re.compile(r"[年月日]+")
_AREA_HEIGHT = 0.035
"""How far above and below the caption a signature reaches, in fractions of the page: 10 mm."""


def _read(document: Document) -> Mapping[str, Field]:
    name = _name_read(document)
    signed = _signed(document, name)
    key, label = "commitment.legal_representative", "法定代表人（签名）"
    below = _name_below(document)
    if name is below is None and signed.evidence and signed.value != Choice(value="no"):
        # Somebody signed, or wrote something: who it was is not legible, and nothing is missing.
        return {
            "signed": signed,
            "legal_representative": stated(key, label, "text", None, signed.evidence),
        }
    field = judged(key, label, "text", name or below, people.parse)
    return {
        "signed": signed,
        "legal_representative": field if exact(field) else doubted(field, HANDWRITTEN),
    }


def _name_read(document: Document) -> Passage | None:
    """What was read behind the caption; None where nothing legible stands there."""
    passage = beside(*_SIGNED_CAPTIONS, stop=_STOP)(document)
    if passage is None or not passage.text:
        return None
    characters = Characters.of(passage.lines)
    prompt = _PROMPT_AHEAD.match(characters.text)
    written = characters.cut(0 if prompt is None else prompt.end())
    if not written or _PRINTED.search("".join(line.text for line in written)):
        return None
    return passage_of(passage.page, written)


def _signed(document: Document, name: Passage | None) -> Field:
    """Yes where a name or other ink stands behind the caption, no where the area is blank."""
    key, label = "commitment.signed", "法定代表人是否签名"
    if name is not None:
        return stated(key, label, "choice", Choice(value="yes"), (name.evidence,))
    for page in document.pages:
        for line in page.lines:
            if not _SIGNATURE.search(compact(line.text)):
                continue
            area = BoundingBox.clipped(
                line.box.right, line.box.top - _AREA_HEIGHT, 1, line.box.bottom + _AREA_HEIGHT
            )
            inked = _ink_in(page, area) or _print_in(page, area, line)
            elsewhere = None if inked else _written_aside(page, line)
            evidence = Evidence(
                file=page.file,
                page=page.number,
                box=page.on_upright(inked or elsewhere or area),
                text=line.text,
                source=line.source,
            )
            choice = Choice(value="yes" if inked or elsewhere else "no")
            doubts = (_ASIDE,) if elsewhere else ()
            return stated(key, label, "choice", choice, (evidence,), doubts)
    return stated(key, label, "choice", None, _ink_under_the_promise(document))


def _ink_under_the_promise(document: Document) -> tuple[Evidence, ...]:
    """Where no caption was read but something is written: the place is there, what it says is not."""
    for page in document.pages:
        ends = [line.box.bottom for line in page.lines if "特此承诺" in compact(line.text)]
        inked = _ink_in(page, BoundingBox.clipped(0, max(ends), 1, 1)) if ends else None
        if inked is not None:
            box = page.on_upright(inked)
            return (
                Evidence(file=page.file, page=page.number, box=box, text="", source=page.source),
            )
    return ()


def _written_aside(page: Page, caption: TextLine) -> BoundingBox | None:
    """Ink beside the seal or over the print, or a person's name on a line under the caption."""
    under = _name_under(page, caption)
    if under is not None:
        return under.box
    return _written_over(page, caption) or _ink_in(page, _block_of(caption))


def _written_over(page: Page, caption: TextLine) -> BoundingBox | None:
    """Print behind or right under the caption that is far taller than print: strokes cross it."""
    usual = median(line.box.height for line in page.lines)
    return next(
        (
            line.box
            for line in page.lines
            if line.box.height >= _CROSSED * usual
            and line.box.right > caption.box.right - usual
            and abs(line.box.centre[1] - caption.box.centre[1]) <= _AREA_HEIGHT
        ),
        None,
    )


def _name_below(document: Document) -> Passage | None:
    """The name under the first caption of a signature."""
    captions = (
        (page, line)
        for page in document.pages
        for line in page.lines
        if _SIGNATURE.search(compact(line.text))
    )
    return next((_name_under(page, line) for page, line in captions), None)


def _name_under(page: Page, caption: TextLine) -> Passage | None:
    """A person's name that stands alone right under the caption, where its row had no room."""
    for row in rows_on(page):
        (line, *others) = row
        below = 0 <= line.box.top - caption.box.centre[1] <= _UNDER * caption.box.height
        alone = below and not others and not _BLANK_DATE.fullmatch(compact(line.text))
        if alone and people.parse(line.text) is not None:
            return passage_of(page, (line,))
    return None


def _block_of(caption: TextLine) -> BoundingBox:
    """The foot of the page, where signature, seal and date stand: people sign beside the seal."""
    return BoundingBox.clipped(0, caption.box.top - _AREA_HEIGHT, 1, caption.box.bottom + _BLOCK)


def _ink_in(page: Page, area: BoundingBox) -> BoundingBox | None:
    """The largest ink mark in the area that no line accounts for."""
    inside = [mark.box for mark in page.ink_marks if mark.box.overlap(area) > 0.5]
    return max(inside, key=lambda box: box.area, default=None)


def _print_in(page: Page, area: BoundingBox, caption: TextLine) -> BoundingBox | None:
    """What was read in the area, however little sense it makes: a signature is read as anything."""
    return next(
        (
            line.box
            for line in page.lines
            if line.box != caption.box
            and line.box.overlap(area) > 0.5
            and not _NO_SIGNATURE.search(compact(line.text))
        ),
        None,
    )


def _last_day(document: Document) -> Passage | None:
    """The last date under the words of the promise; a date within them is the notice's."""
    found: Passage | None = None
    for page in document.pages:
        under = False
        for row in rows_on(page):
            characters = Characters.of(row)
            under = under or _UNDER_THE_PROMISE.search(characters.text) is not None
            day = re.search(_DAY, characters.text)
            if under and day is not None and not _PRINTED_ON.search(characters.text):
                found = passage_of(page, characters.cut(*day.span()))
    return found


def _under_its_caption(document: Document) -> Passage | None:
    """The unit on the line under its caption, where what stands there ends as a unit's name."""
    passage = below(*_UNIT_CAPTIONS, stop=_STOP)(document)
    return passage if passage is not None and _UNIT_ENDS.search(passage.text) else None


def _unit(text: str) -> Value | None:
    """A unit's name without the prompt before it and the date printed on its row."""
    words = re.sub(
        r"^(?:[（(](?:盖章|公章)[)）][:：]?|(?:盖章|公章)[:：])", "", texts.printed(text)
    )
    words = _PROMPT_BEHIND.sub("", _DATE_BEHIND.sub("", words))
    return names.parse(words) if len(re.findall("[一-龥A-Za-z]", words)) >= _SHORTEST else None


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["unit_name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


KIND = Kind(
    marks=KindMarks(
        kind="commitment",
        title="承诺书",
        first=(
            Mark("承诺书", 3, "title"),
            Mark("特此承诺", 2),
            Mark("本单位对本申请材料的合法性、真实性、准确性和完整性负责", 2),
            Mark("不再要求予以退还", 1),
            Mark("本单位同意将本申请材料", 1),
        ),
    ),
    fields=(
        FieldSpec("signed", "法定代表人是否签名", "choice", options=("yes", "no")),
        FieldSpec("legal_representative", "法定代表人（签名）", "text"),
        FieldSpec(
            "unit_name",
            "申请单位（盖章）",
            "text",
            find=first_read(
                _unit,
                beside(*_UNIT_CAPTIONS, stop=_STOP),
                first_match(_ABOVE_ITS_SEAL),
                _under_its_caption,
            ),
            parse=_unit,
        ),
        FieldSpec(
            "signed_on",
            "签署日期",
            "day",
            find=first_of(
                _last_day,
                first_match(rf"^(?:日期)?[:：]?({_DAY})$", wrapped=False),
                beside("日期", stop=_STOP),
            ),
            parse=days.parse,
        ),
    ),
    read=_read,
    about=_about,
)
