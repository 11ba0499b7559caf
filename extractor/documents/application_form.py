"""申报书: cover, 单位基本情况表 and 工业模型基本情况表 (notice, 附件1).

Its three parts lie apart in the bundle; each field is looked for on the pages of its own part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.documents.cost_items import cost_items
from extractor.documents.form_parts import PART_TITLES, Part, part_of
from extractor.documents.kind import About, FieldSpec, Finder, Kind
from extractor.documents.ticked import ticked_choice, ticked_choices
from extractor.layout.captions import after, beside, first_match
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import stated
from extractor.values import (
    amounts,
    counts,
    data_volume,
    days,
    identifiers,
    months,
    parameters,
    texts,
    uscc,
)
from models.document import Document
from models.extraction import Choices, Field, Text, TextList, Value, ValueKind

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
_CATEGORIES = ("单模态大模型", "多模态大模型", "任务型模型", "其他")
_NATURES = ("国有企业", "合资企业", "民营企业", "外资企业", "事业单位", "其他")
_INDUSTRIES = ("原材料", "装备制造", "消费品", "电子信息", "软件和信息服务业", "其他")
_SERVICES = ("APP", "网页", "API接口", "其他")
_COST_PERIOD = r"(20\d{2}年\d{1,2}月\d{1,2}日至20\d{2}年\d{1,2}月\d{1,2}日)"
_SEAL_PROMPT = re.compile(r"[（(](?:加?盖公?章|公章|签章)[)）]")
_IN_COST_CELL = re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日")
_NONE = re.compile(r"[无/\-—]*|不涉及|非联合体.*")


def _on(part: Part, finder: Finder) -> Finder:
    """The finder on the pages of one part only."""

    def find(document: Document) -> Passage | None:
        own = part_of(document, part)
        return None if own is None else finder(own)

    return find


def _cover(*captions: str) -> Finder:
    return _on("cover", beside(*captions, stop=_COVER))


def _unit(*captions: str, row_of: Sequence[str] = ()) -> Finder:
    return _on("unit", beside(*captions, stop=_UNIT, row_of=row_of))


def _model(*captions: str) -> Finder:
    return _on("model", beside(*captions, stop=_MODEL))


def _wan(text: str) -> Value | None:
    """A sum of the form, whose cells are in 万元 (notice, 附件1)."""
    return amounts.parse(text, "万元")


def _volume(text: str) -> Value | None:
    return data_volume.parse(text, "TB")


def _parameters(text: str) -> Value | None:
    return parameters.parse(text, "亿")


def _unsealed(text: str) -> Value | None:
    """A name on a line that ends in （加盖公章）, which is the template's and no part of it."""
    return texts.parse(_SEAL_PROMPT.sub("", texts.printed(text)))


def _rd_cost(document: Document) -> Passage | None:
    """The cost's cell without the period that the template prints into it."""
    passage = beside("2025年度模型研发成本", "模型研发成本", stop=_MODEL)(document)
    if passage is None:
        return None
    lines = tuple(
        line for line in passage.lines if not _IN_COST_CELL.search(texts.compact(line.text))
    )
    return Passage(passage.page, lines or passage.lines, passage.box)


def _members(text: str) -> Value | None:
    """The members of a consortium; none where the cell says 无 or is blank."""
    plain = texts.printed(text)
    if _NONE.fullmatch(plain):
        return TextList(values=())
    parts = re.split(r"[;；\n]|(?<=[院司厂所学心])[、,，](?=[一-龥]{2,})", plain)
    return TextList(values=tuple(part.strip("。") for part in parts if part.strip("。")))


def _start(text: str) -> Value | None:
    """The first month, or the first day where days are printed."""
    both = days.parse_range(text) or months.parse_range(text)
    return None if both is None else both.start


def _end(text: str) -> Value | None:
    """The last month or day, or an open end."""
    both = days.parse_range(text) or months.parse_range(text)
    return None if both is None else both.end


def _cost_period(document: Document) -> Passage | None:
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


def _read(document: Document) -> Mapping[str, Field]:
    key = "application_form."
    unit, model, cover = (part_of(document, part) for part in ("unit", "model", "cover"))
    return {
        "part": _parts(document),
        "cover_model_category": ticked_choice(
            cover,
            key + "cover_model_category",
            "模型类别（封面）",
            _CATEGORIES[:3],
            _cover("模型类别"),
        ),
        "unit_nature": ticked_choice(
            unit, key + "unit_nature", "单位性质", _NATURES, _unit("单位性质")
        ),
        "industry": ticked_choices(
            model, key + "industry", "模型服务行业", _INDUSTRIES, _model("模型服务行业")
        ),
        "model_category": ticked_choice(
            model, key + "model_category", "模型类别", _CATEGORIES, _model("模型类别")
        ),
        "service_modes": ticked_choices(
            model, key + "service_modes", "模型服务方式", _SERVICES, _model("模型服务方式")
        ),
        "rd_cost_items": cost_items(
            key + "rd_cost_items", "2025年度模型研发成本组成", _cost_cell(document)
        ),
    }


_cost_cell = _on(
    "model", beside("2025年度模型研发成本组成", "模型研发成本组成", "研发成本组成", stop=_MODEL)
)


def _parts(document: Document) -> Field:
    """Which of the three parts were seen, each with its heading as evidence."""
    key, label = "application_form.part", "申报书组成"
    seen: dict[str, Passage] = {}
    for part, titles in PART_TITLES.items():
        passage = first_match(f"({'|'.join(titles)})", wrapped=False)(document)
        if passage is not None:
            seen[part] = passage
    value = Choices(values=tuple(seen)) if seen else None
    return stated(key, label, "choices", value, tuple(each.evidence for each in seen.values()))


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["unit_name"].value or fields["cover_unit_name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


def _fields() -> tuple[FieldSpec, ...]:
    """The form's cells, in its order."""
    person, applicant = ("负责人姓名",), ("申报人姓名",)
    text: ValueKind = "text"
    return (
        FieldSpec("part", "申报书组成", "choices"),
        FieldSpec("cover_unit_name", "申报单位（封面）", text, _cover("申报单位"), _unsealed),
        FieldSpec("cover_model_name", "模型名称（封面）", text, _cover("模型名称"), texts.parse),
        FieldSpec("cover_model_category", "模型类别（封面）", "choice"),
        FieldSpec("unit_name", "单位名称", text, _unit("单位名称"), texts.parse),
        FieldSpec("uscc", "统一社会信用代码", "identifier", _unit("统一社会信用代码"), uscc.parse),
        FieldSpec("address", "单位地址", text, _unit("单位地址"), texts.parse),
        FieldSpec("unit_nature", "单位性质", "choice"),
        FieldSpec(
            "consortium_members",
            "联合体成员单位",
            "list",
            _unit("联合体成员单位", "联合体成员单位（如有）"),
            _members,
        ),
        FieldSpec("principal_name", "负责人姓名", text, _unit(*person), texts.parse),
        FieldSpec("principal_title", "负责人职务", text, _unit("职务", row_of=person), texts.parse),
        FieldSpec(
            "principal_phone",
            "负责人电话",
            "identifier",
            _unit("电话", row_of=person),
            identifiers.parse_phone,
        ),
        FieldSpec("applicant_name", "申报人姓名", text, _unit(*applicant), texts.parse),
        FieldSpec(
            "applicant_title", "申报人职务", text, _unit("职务", row_of=applicant), texts.parse
        ),
        FieldSpec(
            "applicant_phone",
            "申报人电话",
            "identifier",
            _unit("电话", row_of=applicant),
            identifiers.parse_phone,
        ),
        FieldSpec("revenue", "2025年营业收入", "amount", _unit("2025年营业收入"), _wan),
        FieldSpec(
            "ai_revenue", "2025年人工智能营业收入", "amount", _unit("2025年人工智能营业收入"), _wan
        ),
        FieldSpec("staff_total", "员工总数", "count", _unit("员工总数"), counts.parse),
        FieldSpec("rd_staff", "研发人员数量", "count", _unit("研发人员数量"), counts.parse),
        FieldSpec("introduction", "单位情况介绍", text, _unit("单位情况介绍"), texts.parse),
        FieldSpec("model_name", "工业模型名称", text, _model("工业模型名称"), texts.parse),
        FieldSpec("industry", "模型服务行业", "choices"),
        FieldSpec("model_category", "模型类别", "choice"),
        FieldSpec(
            "parameter_count", "参数量", "decimal", _model("参数量（亿）", "参数量"), _parameters
        ),
        FieldSpec(
            "training_data",
            "训练数据量",
            "decimal",
            _model("训练数据量（TB）", "训练数据量"),
            _volume,
        ),
        FieldSpec("model_ability", "模型能力", text, _model("模型能力"), texts.parse),
        FieldSpec("base_model", "模型底座来源", text, _model("模型底座来源"), texts.parse),
        FieldSpec("service_modes", "模型服务方式", "choices"),
        FieldSpec(
            "rd_period_start", "模型研发开始时间", "month", _model("模型研发起止时间"), _start
        ),
        FieldSpec("rd_period_end", "模型研发结束时间", "month", _model("模型研发起止时间"), _end),
        FieldSpec("rd_cost", "2025年度模型研发成本", "amount", _on("model", _rd_cost), _wan),
        FieldSpec(
            "rd_cost_period",
            "模型研发成本所属期间",
            text,
            _on("model", _cost_period),
            texts.parse,
        ),
        FieldSpec("rd_cost_items", "2025年度模型研发成本组成", "rows"),
        FieldSpec("recommending_unit", "推荐单位", text, _cover("推荐单位"), _unsealed),
        FieldSpec("contact_name", "联系人", text, _cover("联系人"), texts.parse),
        FieldSpec(
            "contact_phone",
            "联系方式",
            "identifier",
            _cover("联系方式", "联系电话"),
            identifiers.parse_phone,
        ),
        FieldSpec("declared_on", "申报日期", "day", _cover("申报日期"), days.parse),
    )


KIND = Kind(
    marks=KindMarks(
        kind="application_form",
        title="申报书",
        first=(
            Mark("湖北省工业领域专用模型项目申报书", 3, "title"),
            Mark("项目申报书", 2, "title"),
            Mark("单位基本情况表", 3, "title"),
            Mark("工业模型基本情况表", 3, "title"),
            Mark("联系人情况", 1),
            Mark("单位经营情况", 1),
            Mark("单位人才情况", 1),
            Mark("研发人员数量", 1),
            Mark("模型服务行业", 1),
            Mark("模型底座来源", 1),
            Mark("模型服务方式", 1),
            Mark("模型研发起止时间", 1),
            Mark("申报日期", 0.5),
            Mark("推荐单位", 0.5),
        ),
        further=(
            Mark("单位情况介绍", 1),
            Mark("模型研发成本组成", 2),
            Mark("技术支持度", 1),
            Mark("应用成熟度", 1),
        ),
    ),
    fields=_fields(),
    read=_read,
    about=_about,
    reconcile=(),
)
