"""信用中国 report: 法人和非法人组织公共信用信息报告（公共信用信息报告标准 2022 年版）."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.kind import About, FieldSpec, Kind, Parser
from extractor.layout.captions import beside, first_match, first_of, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import judged, stated
from extractor.values import counts, days, texts, uscc
from extractor.values.texts import compact
from models.document import Document
from models.extraction import Count, Evidence, Field, Rows, Scalar, Text, TextList, Value

_STOP = (
    "机构名称", "主体名称", "企业名称", "统一社会信用代码", "法定代表人", "法定代表人/负责人", "报告编号",
    "报告生成日期", "企业类型", "成立日期", "住所", "注册资本", "登记状态", "曾用名", "登记机关", "机构类型",
)  # fmt: skip
_PENALTY_CAPTIONS = (
    "行政处罚决定书文号", "决定书文号", "处罚类别", "处罚决定日期", "处罚内容", "罚款金额（万元）", "违法事实",
    "处罚机关", "数据来源", "违法行为类型", "处罚依据", "处罚有效期", "公示截止期", "处罚决定书文号",
)  # fmt: skip
_SECTIONS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "penalties": ("行政处罚", re.compile(r"行政处罚(?:信息)?")),
    "dishonest": ("严重失信主体名单", re.compile(r"严重(?:违法)?失信主体(?:名单)?(?:信息)?")),
    "judgment_debtor": ("失信被执行人", re.compile(r"失信被执行人(?:名单)?(?:信息)?")),
    "abnormal": ("经营异常", re.compile(r"(?:列入)?经营异常(?:名录)?(?:信息)?(?:名单)?")),
}
_NOTHING = re.compile(
    r"查询期内无相关信息|暂无(?:相关)?(?:信息|记录|数据)?|^无$|无相关(?:信息|记录)|无记录"
)
_COUNTED = re.compile(r"(?:[:：(（]?共?|^)(\d{1,4})(?:条|项|次|个)?[)）]?$|共(\d{1,4})条")


def _read(document: Document) -> Mapping[str, Field]:
    fields = {name: _count(document, name) for name in _SECTIONS}
    fields["penalty_items"] = _penalties(document)
    fields["former_names"] = _former_names(document)
    return fields


def _count(document: Document, name: str) -> Field:
    """How many entries a section has: its printed count, or none where it says so."""
    label, title = _SECTIONS[name]
    key = f"credit_report.{name}"
    read: list[tuple[int, Passage]] = []
    for page in document.pages:
        rows = rows_on(page)
        for number, row in enumerate(rows):
            found = _count_in_row(title, Characters.of(row).text)
            passage = passage_of(page, row)
            if found is None and number + 1 < len(rows) and _heads(title, Characters.of(row).text):
                below = Characters.of(rows[number + 1]).text
                if _NOTHING.search(below):
                    found, passage = 0, passage_of(page, rows[number + 1])
            if found is not None and passage is not None:
                read.append((found, passage))
        read.extend(_counts_in_tables(document, title) if page is document.pages[0] else ())
    if not read:
        return Field(key=key, label=label, kind="count")
    values = {value for value, _ in read}
    # A cover table and the section itself may both state it: where they differ neither is sure.
    doubts = ("同一报告中该项数量前后不一致",) if len(values) > 1 else ()
    judgements = [judged(key, label, "count", passage, _always(value)) for value, passage in read]
    first = next(
        field for field, (value, _) in zip(judgements, read, strict=True) if value == max(values)
    )
    weak = () if any(field.status == "sure" for field in judgements) else first.doubts
    return stated(key, label, "count", first.value, first.evidence, (*doubts, *weak))


def _always(value: int) -> Parser:
    return lambda text: Count(value=value)


def _heads(title: re.Pattern[str], text: str) -> bool:
    """Whether the row is the section's heading: enumeration, the title, nothing else."""
    bare = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?", "", text).strip(
        "【】[]〔〕■●◆·•:"
    )
    return title.fullmatch(bare) is not None


def _count_in_row(title: re.Pattern[str], text: str) -> int | None:
    """The count that stands behind the title on its row."""
    found = title.search(text)
    if found is None or found.start() > 6:
        return None
    rest = text[found.end() :]
    if _NOTHING.search(rest):
        return 0
    counted = _COUNTED.fullmatch(rest) or _COUNTED.search(rest)
    if counted is None or len(rest) > 12:
        return None
    return int(counted[1] or counted[2])


def _counts_in_tables(document: Document, title: re.Pattern[str]) -> list[tuple[int, Passage]]:
    """Counts in an overview table: the cell right of the title, or the cell below it."""
    read = []
    for page in document.pages:
        for table in page.tables:
            for cell in table.cells:
                if not title.fullmatch(compact(cell.text)):
                    continue
                for other in (table.right_of(cell), table.below(cell)):
                    count = None if other is None else counts.parse(other.text)
                    if other is not None and count is not None:
                        read.append((count.value, Passage(page, other.lines, other.box)))
                        break
    return read


def _penalties(document: Document) -> Field:
    """The penalties with number, day and content."""
    key, label = "credit_report.penalty_items", "行政处罚明细"
    records: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    for page in document.pages:
        single = document.model_copy(update={"pages": (page,)})
        for passages in _penalty_passages(single):
            number, decided_on, content = passages
            records.append(
                {
                    "number": None if number is None else texts.parse(number.text),
                    "decided_on": None if decided_on is None else days.parse(decided_on.text),
                    "content": None if content is None else texts.parse(content.text),
                }
            )
            evidence.extend(each.evidence for each in passages if each is not None)
    return stated(key, label, "rows", Rows(records=tuple(records)), tuple(evidence))


def _penalty_passages(
    document: Document,
) -> list[tuple[Passage | None, Passage | None, Passage | None]]:
    """(number, day, content) of each penalty on the pages: one block of captions each."""
    blocks = []
    page = document.pages[0]
    rows = rows_on(page)
    starts = [
        number
        for number, row in enumerate(rows)
        if re.search(r"决定书文号", Characters.of(row).text)
    ]
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=False):
        lines = tuple(line for row in rows[start:stop] for line in row)
        top, bottom = min(line.box.top for line in lines), max(line.box.bottom for line in lines)
        part = page.model_copy(
            update={
                "lines": lines,
                "tables": tuple(
                    table.model_copy(
                        update={
                            "cells": tuple(
                                cell for cell in table.cells if top <= cell.box.centre[1] <= bottom
                            )
                        }
                    )
                    for table in page.tables
                ),
            }
        )
        block = document.model_copy(update={"pages": (part,)})
        blocks.append(
            (
                beside(
                    "行政处罚决定书文号", "决定书文号", "处罚决定书文号", stop=_PENALTY_CAPTIONS
                )(block),
                beside("处罚决定日期", "决定日期", stop=_PENALTY_CAPTIONS)(block),
                beside("处罚内容", stop=_PENALTY_CAPTIONS)(block),
            )
        )
    return blocks


def _former_names(document: Document) -> Field:
    """曾用名, an empty list where the report has none."""
    key, label = "credit_report.former_names", "曾用名"
    passage = beside("曾用名", "曾用名称", stop=_STOP)(document)
    if passage is None:
        return stated(key, label, "list", TextList(values=()), ())
    return judged(key, label, "list", passage, _names)


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
        FieldSpec(
            "name",
            "机构名称",
            "text",
            find=beside("机构名称", "主体名称", "企业名称", "名称", stop=_STOP),
            parse=texts.parse,
        ),
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
                beside(
                    "报告生成日期", "报告生成时间", "生成日期", "查询日期", "报告日期", stop=_STOP
                ),
                first_match(r"报告生成(?:日期|时间)[:：]?(20\d{2}年\d{1,2}月\d{1,2}日)"),
            ),
            parse=days.parse,
        ),
    ),
    read=_read,
    about=_about,
)
