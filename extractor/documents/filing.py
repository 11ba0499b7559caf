"""备案: 互联网信息服务算法备案, 生成式人工智能服务备案 or 登记 (notice, 附件1 三（四）3)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.headed_table import Headings, Record, records_of
from extractor.documents.kind import FieldSpec, Kind, Parser
from extractor.documents.supporting import about_owner, day_at_the_foot, supporting_fields
from extractor.layout.captions import beside, first_match, first_of
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import doubted, judged, stated
from extractor.values import days, identifiers, texts
from models.document import Document
from models.extraction import Day, Field, Identifier, Rows, Scalar, Text, ValueKind

_STOP = (
    "算法名称", "角色", "主体名称", "应用产品", "主要用途", "备案编号", "备案号", "备案单位", "模型名称", "备案时间",
    "备案日期", "属地", "上线编号", "登记编号", "服务名称", "单位名称", "序号",
)  # fmt: skip

_MODEL = r"[A-Z][A-Za-z]+-[A-Za-z0-9]+-20\d{6}"
_BROKEN = first_match(
    rf"((?i:{identifiers.PROVINCES})[A-Z][A-Za-z0-9]*-20\d{{6}}(?:\d{{4}})?)(?!\d)"
)
_HYPHEN = "换行处的连字符未识别，请核对原件"
_SERIAL = re.compile(r"\d{4}(?!\d|年)")
"""What may follow the date of a number; a year is the letter's own date."""
_BEGUN = re.compile(r"网信算备\d{6,21}|[A-Z][A-Za-z]+-[A-Za-z0-9]+-(?=20\d|[^\dA-Za-z]|$)")
"""A number, or as much of it as a narrow column leaves on its first line."""
_NUMBER = re.compile(r"(?:备案|登记|上线)(?:编)?号")
_COLUMNS: Headings = {
    "number": _NUMBER,
    "name": re.compile(r"(?:算法|模型|服务)(?:备案)?名称"),
    "owner": re.compile(r"(?:备案)?主体(?:名称)?|备案单位(?:名称)?|(?:企业|单位)名称|申请单位"),
    "date": re.compile(r"(?:备案|登记|上线|公示)(?:时间|日期)"),
}
_READ: Mapping[str, tuple[str, ValueKind, Parser]] = {
    "number": ("编号", "identifier", identifiers.parse_filing),
    "name": ("名称", "text", texts.parse),
    "owner": ("权利人/主体", "text", texts.parse),
    "date": ("日期", "day", days.parse),
}
_SEVERAL = "公示表列有多家单位，未能确定哪一行属申报单位"


def _read(document: Document) -> Mapping[str, Field]:
    """What a list of filings says of its one entry; of several, none can be told to be the one."""
    records = records_of(document, _COLUMNS, frozenset({"number", "name"}))
    if not records:
        return _of_unread_list(document)
    fields = {
        name: _of_one(name, records)
        for name in _READ
        if any(name in record.cells for record in records)
    }
    return {**fields, "entries": _entries(records)}


def _of_unread_list(document: Document) -> Mapping[str, Field]:
    """Nothing, unless several numbers stand there: then no caption tells whose each of them is."""
    numbers: dict[str, Passage] = {}
    for page in document.pages:
        for line in page.lines:
            characters = Characters.of((line,))
            for found in _BEGUN.finditer(characters.text):
                numbers.setdefault(found[0], passage_of(page, characters.cut(*found.span())))
    if len(numbers) < 2:
        return _of_broken_number(document)
    evidence = tuple(passage.evidence for passage in numbers.values())
    return {
        name: stated(f"filing.{name}", label, kind, None, evidence).model_copy(
            update={"doubts": (_SEVERAL,)}
        )
        for name, (label, kind, _) in _READ.items()
    }


def _of_broken_number(document: Document) -> Mapping[str, Field]:
    """The number that a line's end parts at its first hyphen, where the hyphen was not read."""
    passage = _BROKEN(document)
    if passage is None or len(passage.lines) < 2 or _model_number(document) is not None:
        return {}
    label, kind, parse = _READ["number"]
    return {"number": doubted(judged("filing.number", label, kind, passage, parse), _HYPHEN)}


def _entries(records: tuple[Record, ...]) -> Field:
    """Every row of the list; doubts name the row they are about."""
    rows: list[dict[str, Scalar | None]] = []
    doubts: list[str] = []
    for place, record in enumerate(records, start=1):
        row: dict[str, Scalar | None] = {}
        for name, (label, kind, parse) in _READ.items():
            read = judged(f"filing.{name}", label, kind, record.cells.get(name), parse)
            row[name] = read.value if isinstance(read.value, Identifier | Text | Day) else None
            doubts += [f"第 {place} 行：{label}{doubt}" for doubt in read.doubts]
        rows.append(row)
    evidence = tuple(next(iter(record.cells.values())).evidence for record in records)
    value = Rows(records=tuple(rows))
    return stated("filing.entries", "公示表各行", "rows", value, evidence, tuple(doubts))


def _of_one(name: str, records: tuple[Record, ...]) -> Field:
    label, kind, parse = _READ[name]
    key = f"filing.{name}"
    passages = [record.cells[name] for record in records if name in record.cells]
    if len(records) == 1:
        return judged(key, label, kind, passages[0], parse)
    evidence = tuple(passage.evidence for passage in passages)
    return stated(key, label, kind, None, evidence).model_copy(update={"doubts": (_SEVERAL,)})


def _model_number(document: Document) -> Passage | None:
    """The number of a filed model with the serial that a line's end may part from its date."""
    passage = first_match(rf"({_MODEL}(?:\d{{4}})?)")(document)
    if passage is None or not re.fullmatch(_MODEL, passage.text) or not _ends_line(passage):
        return passage
    own = passage.lines[-1].box
    under = [
        line
        for line in passage.page.lines
        if own.centre[1] < line.box.top <= own.bottom + own.height
        and _SERIAL.match(Characters.of((line,)).text)
    ]
    if len(under) != 1:
        return passage
    return passage_of(passage.page, (*passage.lines, *Characters.of(under).cut(0, 4)))


def _ends_line(passage: Passage) -> bool:
    """Whether nothing more is printed on the line behind the passage."""
    end = passage.lines[-1].box
    return not any(
        line.box.top < end.centre[1] < line.box.bottom and line.box.right > end.right + end.height
        for line in passage.page.lines
    )


_ENTRIES = FieldSpec("entries", "公示表各行", "rows")

KIND = Kind(
    marks=KindMarks(
        kind="filing",
        title="备案证明",
        first=(
            Mark("算法备案", 3, "title"),
            Mark("备案公告", 2, "title"),
            Mark("备案证明", 3, "title"),
            Mark("备案通知", 3, "title"),
            Mark("备案信息公示", 3, "title"),
            Mark("生成式人工智能服务已备案信息", 3, "title"),
            Mark("生成式人工智能服务已登记信息", 3, "title"),
            Mark("生成式人工智能服务管理暂行办法", 1),
            Mark("备案单位", 0.5),
            Mark("生成式人工智能服务", 1, "top"),
            Mark("网信算备", 3),
            Mark("互联网信息服务算法备案", 3),
            Mark("上线编号", 1),
        ),
    ),
    fields=(
        *supporting_fields(
            number=first_of(
                first_match(r"(网信算备\d{21}号?)"),
                _model_number,
                beside("备案编号", "备案号", "上线编号", "登记编号", stop=_STOP),
            ),
            parse_number=identifiers.parse_filing,
            name=first_of(
                beside("算法名称", "模型名称", "服务名称", stop=_STOP),
                first_match(r"[“\"「《]([^”\"」》]{2,40}?(?:算法|模型|服务))[”\"」》]"),
                beside("应用产品", stop=_STOP),
            ),
            owner=first_of(
                beside("主体名称", "备案单位", "单位名称", "备案主体", stop=_STOP),
                first_match(r"^([一-龥A-Za-z0-9（）()·]{4,40}(?:公司|院|所|中心|大学))[:：]$"),
            ),
            date=first_of(
                beside("备案时间", "备案日期", "公示日期", "登记日期", "发布日期", stop=_STOP),
                day_at_the_foot,
            ),
        ),
        _ENTRIES,
    ),
    read=_read,
    about=about_owner,
)
