"""信用中国 report: 法人和非法人组织公共信用信息报告（公共信用信息报告标准 2022 年版）."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.credit_counts import counts_of
from extractor.documents.headed_table import Headings, records_of
from extractor.documents.kind import About, FieldSpec, Kind, Parser
from extractor.documents.unit_names import unit_name
from extractor.layout.captions import beside, first_match, first_of, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import doubted, judged, stated
from extractor.values import days, names, texts, uscc
from extractor.values.texts import compact
from models.document import Document, Page
from models.extraction import (
    Count,
    Day,
    Evidence,
    Field,
    Rows,
    Scalar,
    Text,
    TextList,
    Value,
    ValueKind,
)

_STOP = (
    "机构名称", "主体名称", "企业名称", "统一社会信用代码", "法定代表人", "法定代表人/负责人", "报告编号",
    "报告生成日期", "企业类型", "成立日期", "住所", "注册资本", "登记状态", "曾用名", "登记机关", "机构类型",
)  # fmt: skip
_PENALTY_CAPTIONS = (
    "行政处罚决定书文号", "决定书文号", "处罚类别", "处罚决定日期", "处罚内容", "罚款金额（万元）", "违法事实",
    "处罚机关", "数据来源", "违法行为类型", "处罚依据", "处罚有效期", "公示截止期", "处罚决定书文号",
)  # fmt: skip
_PENALTY_COLUMNS: Headings = {
    "number": re.compile(r"(?:行政)?(?:处罚)?决定书?文号"),
    "decided_on": re.compile(r"(?:作出)?(?:行政)?(?:处罚)?决定(?:书)?日期"),
    "content": re.compile(r"(?:行政)?处罚内容"),
}
"""How the public register lists penalties: a row each, under headings."""
_OF_A_PENALTY: Mapping[str, tuple[str, ValueKind, Parser]] = {
    "number": ("文号", "text", texts.parse),
    "decided_on": ("决定日期", "day", days.parse),
    "content": ("处罚内容", "text", texts.parse),
}
_MADE = ("报告生成日期", "报告生成时间", "生成日期", "生成时间", "报告出具日期", "报告日期")
_PRINTED = ("查询日期", "查询时间", "下载日期", "下载时间", "打印日期", "打印时间")
"""What a page of the website bears instead; on a report it is only when it was fetched."""
_HEADING_NAME = (
    r"^((?!国家公共信用)[一-龥A-Za-z0-9（）()·]{3,40}(?:公司|院|所|中心|大学|学校|厂|集团|合作社|（有限合伙）))"
    r"(?:存续|在营|在业|开业|正常|登记成立)?(?:[（(][^（()）]{0,12}[)）])?$"
)
"""The name over the record on the website, with the state of its registration."""
_DAY_AND_TIME = re.compile(r"(20\d{2}([-/.])\d{1,2}\2\d{1,2})\s+\d{1,2}[:：]\d{2}")
_MARGIN = 0.06
"""Height of a browser's margin, in fractions of the page."""
_BY_ITEMS = "报告未写明条数，按所列明细计"
_NAMED = first_of(
    beside("机构名称", "主体名称", "企业名称", "名称", stop=_STOP),
    first_match(_HEADING_NAME, wrapped=False),
)
_OF_A_NUMBER = "决定书文号"
_ONE_ROW = 0.012
"""Two captions nearer than that, in fractions of the page, are one: its line and its cell."""
_NOT_ALL = "只辨认出 {} 条明细，与报告所列条数不一致"


def _read(document: Document) -> Mapping[str, Field]:
    fields = counts_of(document)
    penalties = _penalties(document)
    if fields["penalties"].status == "missing":
        fields["penalties"] = _counted(penalties)
    fields["penalty_items"] = _all_listed(penalties, fields["penalties"])
    fields["former_names"] = _former_names(document)
    fields["name"] = unit_name("credit_report.name", "机构名称", _NAMED(document), names.parse)
    return fields


def _penalties(document: Document) -> Field:
    """The penalties with number, day and content."""
    key, label = "credit_report.penalty_items", "行政处罚明细"
    records: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = []
    needed = frozenset({"number", "decided_on"})
    listed = [
        record
        for record in records_of(document, _PENALTY_COLUMNS, needed)
        if days.parse(record.text("decided_on")) is not None
    ]
    for page in document.pages:
        single = document.model_copy(update={"pages": (page,)})
        found = [
            tuple(record.cells.get(name) for name in _PENALTY_COLUMNS)
            for record in listed
            if record.page is page
        ] or _penalty_passages(single)
        for passages in found:
            if not any(each is not None and each.lines for each in passages):
                continue
            row: dict[str, Scalar | None] = {}
            for name, passage in zip(_PENALTY_COLUMNS, passages, strict=True):
                label_read, kind_read, parse = _OF_A_PENALTY[name]
                read = judged(f"{key}.{name}", label_read, kind_read, passage, parse)
                row[name] = read.value if isinstance(read.value, Text | Day) else None
                place = f"第 {len(records) + 1} 条：{label_read}"
                doubts += [f"{place}{doubt}" for doubt in read.doubts]
            records.append(row)
            evidence.extend(each.evidence for each in passages if each is not None)
    value = Rows(records=tuple(records))
    return stated(key, label, "rows", value, tuple(evidence), tuple(doubts))


def _counted(items: Field) -> Field:
    """How many penalties are listed, in doubt: the report itself counts none."""
    listed = items.value.records if isinstance(items.value, Rows) else ()
    value = Count(value=len(listed)) if listed else None
    evidence = items.evidence if listed else ()
    return stated("credit_report.penalties", "行政处罚", "count", value, evidence, (_BY_ITEMS,))


def _all_listed(items: Field, count: Field) -> Field:
    """The penalties, in doubt where they are not as many as the report counts."""
    if not isinstance(items.value, Rows) or not isinstance(count.value, Count):
        return items
    listed = len(items.value.records)
    return items if listed == count.value.value else doubted(items, _NOT_ALL.format(listed))


def _penalty_passages(
    document: Document,
) -> list[tuple[Passage | None, Passage | None, Passage | None]]:
    """(number, day, content) of each penalty on the page: one block of captions each."""
    page = document.pages[0]
    starts = _penalties_start(page)
    blocks = []
    for start, stop in zip(starts, [*starts[1:], 1.0], strict=False):
        part = _between(page, start - _ONE_ROW / 2, stop)
        if not part.lines:
            continue
        block = document.model_copy(update={"pages": (part,)})
        captions = ("行政处罚决定书文号", "决定书文号", "处罚决定书文号")
        blocks.append(
            (
                beside(*captions, stop=_PENALTY_CAPTIONS)(block),
                beside("处罚决定日期", "决定日期", stop=_PENALTY_CAPTIONS)(block),
                beside("处罚内容", stop=_PENALTY_CAPTIONS)(block),
            )
        )
    return blocks


def _penalties_start(page: Page) -> list[float]:
    """How far down the page each penalty begins, with the caption of its number."""
    cells = [cell for table in page.tables for cell in table.cells]
    # A narrow cell breaks the caption, and then no row has it whole.
    tops = sorted(
        (
            *(cell.box.top for cell in cells if _OF_A_NUMBER in compact(cell.text)),
            *(
                min(line.box.top for line in row)
                for row in rows_on(page)
                if _OF_A_NUMBER in Characters.of(row).text
            ),
        )
    )
    return [top for at, top in enumerate(tops) if at == 0 or top - tops[at - 1] > _ONE_ROW]


def _between(page: Page, start: float, stop: float) -> Page:
    """The part of the page with the lines whose middles lie there, and the cells beside them."""
    lines = tuple(line for line in page.lines if start <= line.box.centre[1] < stop)
    top = min((line.box.top for line in lines), default=start)
    bottom = max((line.box.bottom for line in lines), default=stop)
    tables = (
        table.model_copy(
            update={"cells": tuple(c for c in table.cells if top <= c.box.centre[1] <= bottom)}
        )
        for table in page.tables
    )
    return page.model_copy(update={"lines": lines, "tables": tuple(tables)})


def _former_names(document: Document) -> Field:
    """曾用名, an empty list where the report has none."""
    key, label = "credit_report.former_names", "曾用名"
    passage = beside("曾用名", "曾用名称", stop=_STOP)(document)
    if passage is None:
        return stated(key, label, "list", TextList(values=()), ())
    return judged(key, label, "list", passage, _names)


def _printed_by_a_browser(document: Document) -> Passage | None:
    """The day in the margin of a printed website; the time of day stands apart from it."""
    for page in document.pages:
        for line in page.lines:
            found = _DAY_AND_TIME.search(line.text)
            margin = line.box.bottom < _MARGIN or line.box.top > 1 - _MARGIN
            if margin and found is not None:
                return passage_of(page, (line.part(*found.span(1)),))
    return None


def _names(text: str) -> Value | None:
    plain = texts.printed(text)
    if re.fullmatch(r"[-—/无]*", plain):
        return TextList(values=())
    return TextList(values=tuple(name for name in re.split("[、,，;；]", plain) if name))


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


KIND = Kind(
    marks=KindMarks(
        kind="credit_report",
        title="信用报告",
        first=(
            Mark("法人和非法人组织公共信用信息报告", 3, "title"),
            Mark("公共信用信息报告", 3, "title"),
            Mark("信用中国", 2, "top"),
            Mark("信用信息报告", 2, "title"),
            Mark("企业信用报告", 3, "title"),
            Mark("报告生成日期", 1),
            Mark("严重失信主体名单", 1),
            Mark("行政处罚", 0.5),
            Mark("查询期内无相关信息", 1),
        ),
        further=(
            Mark("查询期内无相关信息", 2),
            Mark("行政处罚决定书文号", 2),
            Mark("信用承诺", 0.5),
            Mark("信用评价", 0.5),
            Mark("司法判决", 0.5),
            Mark("信用状况提升建议", 1),
        ),
    ),
    fields=(
        FieldSpec("name", "机构名称", "text"),
        FieldSpec("former_names", "曾用名", "list"),
        FieldSpec(
            "uscc",
            "统一社会信用代码",
            "identifier",
            find=beside("统一社会信用代码", stop=_STOP),
            parse=uscc.parse,
        ),
        FieldSpec(
            "legal_representative",
            "法定代表人",
            "text",
            find=beside("法定代表人", "法定代表人/负责人", "法定代表人（负责人）", stop=_STOP),
            parse=texts.parse,
        ),
        FieldSpec(
            "status",
            "登记状态",
            "text",
            find=beside("登记状态", "企业状态", "经营状态", "主体状态", stop=_STOP),
            parse=texts.parse,
        ),
        FieldSpec("penalties", "行政处罚", "count"),
        FieldSpec("penalty_items", "行政处罚明细", "rows"),
        FieldSpec("dishonest", "严重失信主体名单", "count"),
        FieldSpec("judgment_debtor", "失信被执行人", "count"),
        FieldSpec("abnormal", "经营异常名录", "count"),
        FieldSpec(
            "reported_on",
            "报告生成日期",
            "day",
            find=first_of(
                beside(*_MADE, stop=(*_STOP, *_PRINTED)),
                first_match(r"报告生成(?:日期|时间)[:：]?(20\d{2}年\d{1,2}月\d{1,2}日)"),
                beside(*_PRINTED, stop=(*_STOP, *_MADE)),
                _printed_by_a_browser,
            ),
            parse=days.parse,
        ),
    ),
    read=_read,
    about=_about,
)
