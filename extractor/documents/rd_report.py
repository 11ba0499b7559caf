"""工业模型研发情况报告: prose in three parts (notice, 附件1 三（五）)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.kind import FieldSpec, Finder, Kind
from extractor.documents.parameter_mentions import doubted_by_others, own_mentions
from extractor.layout.captions import beside, first_match, first_of, first_read, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import judged, stated
from extractor.values import counts, data_volume, days, months, parameters, texts
from models.document import Document
from models.extraction import Choices, Field, Value

_PARTS = {"overview": "项目概述", "innovation": "技术创新", "results": "应用成效"}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:万亿|千亿|百亿|亿|千万|百万|万|[BMTK])"
_COUNT = rf"{_NUMBER}{_SCALE}"
_ACTIVE = rf"(?:[(（](?:其中)?(?:激活|A)[^)）]{{0,12}}?{_COUNT}[^)）]{{0,4}}[)）])?"
_STOP = (
    "训练数据",
    "训练数据量",
    "参数量",
    "参数规模",
    "基础模型",
    "模型底座",
    "研发周期",
    "研发起止时间",
    "基础大模型",
)


def _read(document: Document) -> Mapping[str, Field]:
    key, label = "rd_report.parts", "报告组成"
    seen: dict[str, Passage] = {}
    for part, heading in _PARTS.items():
        passage = _heading(document, heading)
        if passage is not None:
            seen[part] = passage
    value = Choices(values=tuple(seen)) if seen else None
    evidence = tuple(each.evidence for each in seen.values())
    active = judged(
        "rd_report.parameter_count_active", "激活参数量", "decimal", _active(document), _count
    )
    count = judged("rd_report.parameter_count", "参数量", "decimal", _parameters(document), _count)
    return {
        "parts": stated(key, label, "choices", value, evidence),
        "parameter_count_active": active,
        "parameter_count": doubted_by_others(count, active, document),
    }


def _heading(document: Document, words: str) -> Passage | None:
    """A row that is the heading alone, numbered or not; contents lines end in a page number."""
    numbering = "一二三四五六七八九十0123456789（）()、.．第章节部分"
    for page in document.pages:
        for row in rows_on(page):
            text = Characters.of(row).text
            if text.lstrip(numbering) == words:
                return passage_of(page, row)
    return None


def _own_count(document: Document) -> Passage | None:
    """The first count that is stated of the report's own model, one of all parameters before."""
    stated_counts = list(own_mentions(document))
    whole = (count for caption, count in stated_counts if caption.startswith(("总", "全部")))
    return next(whole, stated_counts[0][1] if stated_counts else None)


_parameters: Finder = first_of(
    _own_count,
    first_match(
        rf"(?:总参数量?|参数总量|参数总规模|总参数规模)(?:约?为|达到?|约|[:：])?({_COUNT}{_ACTIVE})"
    ),
    first_match(rf"(?:模型)?参数(?:量|规模|总量)?(?:约?为|达到?|约|共|[:：])?({_COUNT}{_ACTIVE})"),
    beside("参数量", "参数规模", "模型参数量", "总参数量", stop=_STOP),
    first_match(rf"({_COUNT})(?:个)?参数"),
)
_active: Finder = first_match(
    # Only behind the model's own count: 激活 in a table of other models is theirs.
    rf"参数(?:总?量|总?规模)?[^。;；\d]{{0,6}}{_COUNT}[^。;；\d]{{0,8}}"
    rf"(?:激活|活跃|A)(?:参数)?(?:量|规模)?(?:约?为|达到?|约|[:：])?({_COUNT})"
)
_data: Finder = first_of(
    first_match(
        r"训练数据(?:总?量|规模)?(?:约?为|达到?|约|共计?|[:：])?(\d[\d,]*(?:\.\d+)?[PTG]B)"
    ),
    beside("训练数据量", "训练数据规模", "训练数据", stop=_STOP),
    first_match(r"(\d[\d,]*(?:\.\d+)?[PTG]B)(?:的)?(?:训练|工业|行业|高质量|语料|数据)"),
)
_LEADING_VERB = re.compile(r"^(?:采用|选用|基于|使用)")
_GOES_ON = re.compile(r"[与及和、/]|的|选型|介绍|情况|概述")
"""How a heading goes on behind 基础大模型: what follows the words there names no model."""


def _model_name(text: str) -> Value | None:
    """The words as a model's name, or None where they are the rest of a heading."""
    words = _LEADING_VERB.sub("", texts.printed(text))
    return None if _GOES_ON.match(words) else texts.parse(words)


_base: Finder = first_read(
    _model_name,
    first_match(
        r"(?:模型底座来源|模型底座|基座模型|基础大模型|底座模型)(?:来源)?(?:为|是|采用|选用|[:：])([^，,。;；]{2,40})"
    ),
    first_match(
        r"以([A-Za-z一-龥][\w.\-]{1,30}?)(?:开源)?(?:大模型|模型)?(?:为|作为)(?:基础|基座|底座)(?:大?模型)?"
    ),
    beside("基础大模型", "基座模型", "模型底座", "模型底座来源", "基础模型", stop=_STOP),
    first_match(
        r"(?:采用|基于|以|选用)([A-Za-z][\w.\-]{1,30}(?:大模型|模型)?)(?:开源)?(?:大模型|模型|作为|为基座|为底座|进行|架构|基座|底座)"
    ),
)
_period: Finder = first_of(
    beside("研发起止时间", "研发周期", "项目周期", "研发时间", "项目起止时间", stop=_STOP),
    first_match(
        r"(20\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:至|到|[-—~～])20\d{2}年\d{1,2}月(?:\d{1,2}日)?)"
    ),
)


_staff: Finder = first_match(
    r"(?:现有|共有|拥有)(?:在职)?(?:员工|职工)(?:总数|共|为)?(\d{1,6}人)(?!左右|以上)"
)
_researchers: Finder = first_match(r"研发人员(?:总数|共|为|有)?(\d{1,6}人)(?!左右|以上)")


def _count(text: str) -> Value | None:
    return parameters.parse(text)


def _start(text: str) -> Value | None:
    both = days.parse_range(text) or months.parse_range(text)
    return None if both is None else both.start


def _end(text: str) -> Value | None:
    both = days.parse_range(text) or months.parse_range(text)
    return None if both is None else both.end


def _volume(text: str) -> Value | None:
    return data_volume.parse(text)


KIND = Kind(
    marks=KindMarks(
        kind="rd_report",
        title="研发情况报告",
        first=(
            Mark("工业模型研发情况报告", 3, "title"),
            Mark("研发情况报告", 3, "title"),
            Mark("模型研发报告", 2, "title"),
            Mark("项目概述", 2, "title"),
            Mark("国内外研究现状", 1),
            Mark("立项背景", 1),
        ),
        further=(
            Mark("技术创新", 2, "title"),
            Mark("应用成效", 2, "title"),
            Mark("关键技术", 1),
            Mark("基础大模型", 1),
            Mark("投入产出比", 1),
            Mark("应用案例", 1),
            Mark("算力", 0.5),
            Mark("训练数据", 0.5),
        ),
    ),
    fields=(
        FieldSpec("parts", "报告组成", "choices", options=tuple(_PARTS)),
        FieldSpec("parameter_count", "参数量", "decimal", _parameters, _count),
        FieldSpec("parameter_count_active", "激活参数量", "decimal", _active, _count),
        FieldSpec("training_data", "训练数据量", "decimal", _data, _volume),
        FieldSpec("base_model", "基础大模型", "text", _base, _model_name),
        FieldSpec("rd_period_start", "研发开始时间", "month", _period, _start),
        FieldSpec("rd_period_end", "研发结束时间", "month", _period, _end),
        FieldSpec("staff_total", "员工总数", "count", _staff, counts.parse),
        FieldSpec("rd_staff", "研发人员数量", "count", _researchers, counts.parse),
    ),
    read=_read,
)
