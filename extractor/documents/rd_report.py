"""工业模型研发情况报告: prose in three parts (notice, 附件1 三（五）)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.base_model_mentions import base_model, model_name
from extractor.documents.data_mentions import doubted_by_another_size, training_data
from extractor.documents.kind import FieldSpec, Finder, Kind
from extractor.documents.parameter_mentions import (
    active_count,
    doubted_by_others,
    not_own_mentions,
    own_mentions,
)
from extractor.documents.prose import Mention, first_mention
from extractor.layout.captions import beside, first_match, first_of, first_read, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import judged, stated
from extractor.values import counts, data_volume, days, months, parameters
from models.document import Document
from models.extraction import Choices, Field, Value

_PARTS = {"overview": "项目概述", "innovation": "技术创新", "results": "应用成效"}
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
_MONTH = r"20\d{2}(?:年\d{1,2}月(?:\d{1,2}日)?|[./-]\d{1,2}(?:[./-]\d{1,2})?(?!\d))"
_RANGE = rf"(?:自|从)?{_MONTH}(?:起)?(?:至|到|[-—~～]{{1,2}})(?:{_MONTH}|今|目前|现在)(?:止)?"
_DEVELOPED = r"(?:研发|研制|项目|开发|建设|实施|起止)"


def _read(document: Document) -> Mapping[str, Field]:
    active = judged(
        "rd_report.parameter_count_active", "激活参数量", "decimal", active_count(document), _count
    )
    count = judged("rd_report.parameter_count", "参数量", "decimal", _parameters(document), _count)
    data = judged("rd_report.training_data", "训练数据量", "decimal", _data(document), _volume)
    return {
        "parts": _parts(document),
        "parameter_count_active": active,
        "parameter_count": doubted_by_others(count, active, document),
        "training_data": doubted_by_another_size(data, document),
    }


def _parts(document: Document) -> Field:
    """The parts whose headings were seen; in doubt where the words of another stand in the text."""
    seen: dict[str, Passage] = {}
    mentioned: list[str] = []
    for part, heading in _PARTS.items():
        passage = _heading(document, heading)
        if passage is not None:
            seen[part] = passage
        elif first_match(heading)(document) is not None:
            mentioned.append(heading)
    value = Choices(values=tuple(seen)) if seen else None
    evidence = tuple(each.evidence for each in seen.values())
    doubts = (f"文中提到“{'、'.join(mentioned)}”，未能确认是否为标题",) if mentioned else ()
    return stated("rd_report.parts", "报告组成", "choices", value, evidence, doubts)


def _heading(document: Document, words: str) -> Passage | None:
    """A row that is the heading, numbered or not; contents lines end in a page number."""
    heading = re.compile(_NUMBERING + words + _HEADING_END)
    for page in document.pages:
        for row in rows_on(page):
            if heading.fullmatch(Characters.of(row).text):
                return passage_of(page, row)
    return None


_NUMBERING = r"[一二三四五六七八九十0-9()、.第章节部分篇]{0,8}"
_HEADING_END = r"(?:情况|点|性|及?亮点|部分|与(?:关键)?技术|及推广应用|分析|说明|[:：])?"


def _own_count(document: Document) -> Passage | None:
    """The first count that is stated of the report's own model, one of all parameters before."""
    stated_counts = list(own_mentions(document))
    whole = (count for caption, count in stated_counts if caption.startswith(("总", "全部")))
    return next(whole, stated_counts[0][1] if stated_counts else None)


_parameters: Finder = first_of(
    _own_count,
    beside("参数量", "参数规模", "模型参数量", "总参数量", stop=_STOP),
    lambda document: next(not_own_mentions(document), None),
)
_data: Finder = first_of(
    training_data,
    beside("训练数据量", "训练数据规模", "训练数据", stop=_STOP),
)
_ANOTHER_PERIOD = re.compile(
    r"审计|公示|采集|调研|获奖|奖励|参与|承担|标准|合同|专利|课题|试用|运行"
)


_A_PHASE = re.compile(r"阶段|[一二三四五六]期|第[一二三四五六\d]步|首期|期间完成")


def _is_development(mention: Mention) -> bool:
    """Whether the clause speaks of developing the model, not of a phase or what else took time."""
    words = mention.clause_before + mention.found[0] + mention.clause_after
    return not _ANOTHER_PERIOD.search(mention.clause_before + mention.found[0]) and not (
        _A_PHASE.search(words)
    )


_at_caption: Finder = first_read(
    lambda text: days.parse_range(text) or months.parse_range(text),
    beside("研发起止时间", "研发周期", "项目周期", "研发时间", "项目起止时间", stop=_STOP),
    first_mention(rf"{_DEVELOPED}[^。;,\d]{{0,14}}?({_RANGE})", _is_development),
    first_mention(
        rf"({_RANGE})(?:完成|开展|进行|实施)[^。;,\d]{{0,8}}(?:研发|研制|开发)", _is_development
    ),
)
_begun: Finder = first_mention(
    rf"{_DEVELOPED}[^。;,\d]{{0,14}}?({_MONTH})(?:正式)?(?:启动|立项|开始|起)[^。;\d]{{0,16}}{_MONTH}"
    r"(?:正式|全部|通过|已|基本){0,2}(?:完成|结束|验收|上线|结题)"
)
_done: Finder = first_mention(
    rf"{_DEVELOPED}[^。;,\d]{{0,14}}?{_MONTH}(?:正式)?(?:启动|立项|开始|起)[^。;\d]{{0,16}}({_MONTH})"
    r"(?:正式|全部|通过|已|基本){0,2}(?:完成|结束|验收|上线|结题)"
)
_started: Finder = first_of(_at_caption, _begun)
_ended: Finder = first_of(_at_caption, _done)


_staff: Finder = first_match(
    r"(?:现有|共有|拥有)(?:在职)?(?:员工|职工)(?:总数|共|为)?(\d{1,6}人)(?!左右|以上)"
)
_researchers: Finder = first_match(
    # 人工智能研发人员 and the like are only some of them.
    r"(?:^|[,;。、(:]|其中|(?<!团队)(?<!项目组)(?<!课题组)(?:拥有|现有|共有)|含|中)研发人员(?:总数|共|为|有)?(\d{1,6}人)(?!左右|以上)"
)


def _count(text: str) -> Value | None:
    return parameters.parse(text)


def _start(text: str) -> Value | None:
    both = days.parse_range(text) or months.parse_range(text)
    return days.parse(text) or months.parse(text) if both is None else both.start


def _end(text: str) -> Value | None:
    both = days.parse_range(text) or months.parse_range(text)
    return days.parse(text) or months.parse(text) if both is None else both.end


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
        FieldSpec("parameter_count_active", "激活参数量", "decimal", active_count, _count),
        FieldSpec("training_data", "训练数据量", "decimal", _data, _volume),
        FieldSpec("base_model", "基础大模型", "text", base_model, model_name),
        FieldSpec("rd_period_start", "研发开始时间", "month", _started, _start),
        FieldSpec("rd_period_end", "研发结束时间", "month", _ended, _end),
        FieldSpec("staff_total", "员工总数", "count", _staff, counts.parse),
        FieldSpec("rd_staff", "研发人员数量", "count", _researchers, counts.parse),
    ),
    read=_read,
)
