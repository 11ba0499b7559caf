"""Where the cells of the 申报书 stand and how each is parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.documents.form_parts import Part, part_of
from extractor.documents.kind import Finder
from extractor.layout.captions import after, beside, first_match
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.values import (
    amounts,
    data_volume,
    days,
    identifiers,
    months,
    names,
    parameters,
    texts,
)
from extractor.values.checked import Checked
from models.document import Document
from models.extraction import Identifier, Value

_COVER = (
    "申报单位",
    "模型名称",
    "模型类别",
    "推荐单位",
    "联系人",
    "联系方式",
    "申报日期",
    "联系电话",
)
_UNIT = (
    "单位名称", "统一社会信用代码", "单位地址", "单位性质", "联合体成员单位", "联系人情况", "负责人姓名", "职务",
    "电话", "申报人姓名", "单位经营情况", "2025年营业收入", "2025年人工智能营业收入", "单位人才情况", "员工总数",
    "研发人员数量", "单位情况介绍",
)  # fmt: skip
_MODEL = (
    "工业模型名称", "模型服务行业", "模型类别", "模型指标", "参数量", "训练数据量", "模型能力", "模型底座来源",
    "模型服务方式", "模型研发起止时间", "2025年度模型研发成本", "2025年度模型研发成本组成",
)  # fmt: skip
_COST_PERIOD = r"(20\d{2}年\d{1,2}月\d{1,2}日至20\d{2}年\d{1,2}月\d{1,2}日)"
_SEAL_PROMPT = re.compile(r"[（(](?:加?盖公?章|公章|签章)[)）]|[（(]?加盖公章?[)）]?$")
"""The template's words for the seal, of whose brackets the seal may hide one."""
_SEAL_FIGURES = re.compile(r"^\d{6,13}(?=[一-龥])|(?<=[一-龥）])\d{6,13}$")
_PHONE_BEHIND = re.compile(r"[/、,，;；:：]?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$")
_POST_BEFORE = re.compile(r"^[一-龥][一-龥、/（）()]+[:：,，;；]?(?=[\d+（(])")
_GOES_ON = re.compile(
    r"有限(?:责任)?公司(?!$|[（(]|[一-龥]{0,12}(?:分公司|分部|事业部|分院|分所|研究院|研究所|中心)$)"
)
"""A company's name with more behind it than a branch of the company."""
_PERIOD_IN_CELL = re.compile(
    r"[（(]?20\d{2}年\d{1,2}月\d{1,2}日(?:至|到|[-—~～])(?:20\d{2}年)?\d{1,2}月\d{1,2}日[）)]?"
)
_OF_AN_AMOUNT = re.compile(r"[\d万元]")
_KIND_ONLY = re.compile(r"(?:大?模型|平台|系统|智能体)?")
"""What may be left of a model's name when its first line was lost."""


def on_part(part: Part, finder: Finder) -> Finder:
    """The finder on the pages of one part only."""

    def find(document: Document) -> Passage | None:
        own = part_of(document, part)
        return None if own is None else finder(own)

    return find


def cover_cell(*captions: str) -> Finder:
    """What stands on the cover's line of this caption."""
    return on_part("cover", beside(*captions, stop=_COVER))


def unit_cell(*captions: str, row_of: Sequence[str] = ()) -> Finder:
    """The cell beside this caption of 单位基本情况表; ``row_of`` tells 电话 of 负责人 from 申报人."""
    return on_part("unit", beside(*captions, stop=_UNIT, row_of=row_of))


def model_cell(*captions: str) -> Finder:
    """The cell beside this caption of 工业模型基本情况表."""
    return on_part("model", beside(*captions, stop=_MODEL))


def parse_wan(text: str) -> Value | None:
    """A sum of the form, whose cells are in 万元 (notice, 附件1)."""
    return amounts.parse_remarked(text, "万元")


def parse_volume(text: str) -> Value | None:
    """A size of data, in TB where the cell names no unit (notice, 附件1)."""
    return data_volume.parse(text, "TB")


def parse_parameters(text: str) -> Value | None:
    """A parameter count, in 亿 where the cell names no unit (notice, 附件1)."""
    return parameters.parse(text, "亿")


def parse_unsealed(text: str) -> Value | None:
    """A name on a line that ends in （加盖公章）, which is the template's and no part of it.

    None where the row below was read together with it. The figures at the foot of a seal may stand
    before or behind it.
    """
    words = _SEAL_PROMPT.sub("", texts.printed(text))
    name = names.parse(_SEAL_FIGURES.sub("", words))
    return None if name is None or _GOES_ON.search(name.value) else name


def parse_title(text: str) -> Value | None:
    """A person's post, without the phone that some copies of the form ask for in the same cell."""
    return texts.parse(_PHONE_BEHIND.sub("", texts.printed(text)))


def _read_phone(text: str) -> Identifier | None:
    return identifiers.read_phone(_POST_BEFORE.sub("", texts.printed(text)))


parse_phone = Checked(read=_read_phone, proof=identifiers.phone_proof)
"""A phone, without the post that stands before it in such a cell."""


def parse_model_name(text: str) -> Value | None:
    """A model's name; None for what is only the end of one."""
    return None if _KIND_ONLY.fullmatch(texts.printed(text)) else texts.parse(text)


def rd_cost_cell(document: Document) -> Passage | None:
    """The cost's cell without the period that the template prints into it, before or behind."""
    passage = beside("2025年度模型研发成本", "模型研发成本", stop=_MODEL)(document)
    if passage is None:
        return None
    characters = Characters.of(passage.lines)
    period = _PERIOD_IN_CELL.search(characters.text)
    if period is None:
        return passage
    around = (*characters.cut(0, period.start()), *characters.cut(period.end(), None))
    # A seal's letters are read as print; an amount has a digit or a unit.
    lines = [line for line in around if _OF_AN_AMOUNT.search(line.text)]
    return passage_of(passage.page, lines, passage.box)


def parse_start(text: str) -> Value | None:
    """The first month, or the first day where days are printed."""
    both = _span(text)
    return None if both is None else both.start


def parse_end(text: str) -> Value | None:
    """The last month or day, or an open end."""
    both = _span(text)
    return None if both is None else both.end


def _span(text: str) -> days.DayRange | months.MonthRange | None:
    """From when to when, in whichever order: that it can't be so is for a rule to say (MOD-06)."""
    return days.parse_range(text, in_order=False) or months.parse_range(text, in_order=False)


def cost_period(document: Document) -> Passage | None:
    """The period printed in the cell of the model's cost, or in its caption's."""
    search = re.compile(_COST_PERIOD)
    for page in document.pages:
        for table in page.tables:
            for cell in table.cells:
                if "研发成本" not in cell.text or "组成" in cell.text:
                    continue
                for holder in (cell, table.right_of(cell)):
                    characters = Characters.of(() if holder is None else holder.lines)
                    found = search.search(characters.text)
                    if found is not None:
                        return passage_of(page, characters.cut(*found.span(1)))
    return after(("2025年度模型研发成本", "模型研发成本"), first_match(_COST_PERIOD))(document)


cost_composition = on_part(
    "model", beside("2025年度模型研发成本组成", "模型研发成本组成", "研发成本组成", stop=_MODEL)
)
"""The cell that says what the cost consists of."""
