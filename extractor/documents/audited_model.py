"""Which model a special audit is about, and whether the report speaks of several."""

from __future__ import annotations

import re

from extractor.documents.auditors import CAPTIONS
from extractor.documents.numbered_form import tables_on
from extractor.documents.prose import mentions
from extractor.documents.turned_table import with_names_down
from extractor.layout.captions import beside, first_match, first_read
from extractor.reconcile.certainty import doubted
from extractor.values import texts
from models.document import Document
from models.extraction import Field, Text, Value

STOP = (
    *CAPTIONS,
    "项目名称",
    "模型名称",
    "专项审计期间",
    "研发费用总额",
    "费用期间",
    "所属期间",
    "审计期间",
)
_HEADING = re.compile(
    r"(?:费用?|金额|合计|支出|成本|名称|类别|编号|期间|时间|日期|单位|期数|备注|负责人|RD\d*)$"
)
"""How what stands beside 项目名称 ends where that heads a column of a table of costs."""
_OF_ITS_COST = re.compile(
    r"(?<=模型|平台|系统|项目)(?:项目)?(?:20\d{2}年度?)?的?(?:研发|研究开发|开发)?(?:费用|成本|投入|支出)[^“”]*$"
)
"""Behind a model's name in the title of its table: …大模型2025年度研发费用明细表."""
_QUOTED = (
    r"[“\"「《](?!关于|[^”\"」》]*(?:通知|办法|意见|指南|公告)[”\"」》])"
    r"([^”\"」》]{2,40}(?:模型|平台|系统)[^”\"」》]{0,24})[”\"」》]"
)
_PROJECT = re.compile(
    r"^(?!.*(?:费用|成本|支出|明细|会计|核算)项目$)(?:RD\d+)?[^,。;:]{3,}(?:模型|平台|系统|项目)$|^RD\d+"
)
_HEADING_ROWS = 2
"""Rows at the top of a table in which its columns are named."""
_SEVERAL = "报告涉及多个模型或项目（{}），未能确定以哪一个为准"
_TOGETHER = "明细表列有多个项目，所取合计未必是申报模型的"


def model_name(text: str) -> Value | None:
    """The words as a model's name; None for what heads a column."""
    name = re.split(r"[;；,，。]", texts.printed(text))[0]
    plain = _OF_ITS_COST.sub("", re.sub(r"[“”\"《》「」]", "", name))
    return None if _HEADING.search(plain) else texts.parse(plain)


captioned = first_read(
    model_name,
    beside("模型名称", "项目名称", "审计项目", stop=STOP),
    beside("研发项目名称", "研发项目", "申报模型", stop=STOP),
)
model = first_read(model_name, captioned, first_match(_QUOTED))
"""By its caption, or as the report quotes it."""


def name_of(document: Document) -> str | None:
    """The model's name as far as it can be read."""
    passage = model(document)
    read = None if passage is None else model_name(passage.text)
    return read.value if isinstance(read, Text) else None


def doubted_among_several(field: Field, document: Document) -> Field:
    """The field, in doubt where the report quotes several models and no caption tells which counts."""
    passage = captioned(document)
    if passage is not None and model_name(passage.text) is not None:
        return field
    quoted = dict.fromkeys(
        name.value
        for each in mentions(document, re.compile(_QUOTED))
        if isinstance(name := model_name(each.found[1]), Text)
    )
    # A short form of the same name is no other model.
    names = [each for each in quoted if not any(each != one and each in one for one in quoted)]
    return doubted(field, _SEVERAL.format("、".join(names))) if len(names) > 1 else field


def doubted_as_sum_of_projects(field: Field, document: Document) -> Field:
    """The field, in doubt where a table has columns of several projects and none is the model's."""
    own = name_of(document)
    for page in with_names_down(document).pages:
        for table in tables_on(page):
            heads = [texts.compact(cell.text) for cell in table.cells if cell.row < _HEADING_ROWS]
            projects = {head for head in heads if _PROJECT.search(head)}
            if len(projects) > 1 and not any(own and own in head for head in projects):
                return doubted(field, _TOGETHER)
    return field
