"""申报书: cover, 单位基本情况表 and 工业模型基本情况表 (notice, 附件1).

Its three parts lie apart in the bundle; each field is looked for on the pages of its own part.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractor.documents.caption_units import amounts_and_sizes
from extractor.documents.consortium import parse_members
from extractor.documents.cost_items import parse_cost_items
from extractor.documents.form_cells import (
    cost_period,
    cover_cell,
    model_cell,
    on_part,
    parse_end,
    parse_model_name,
    parse_parameters,
    parse_phone,
    parse_start,
    parse_title,
    parse_unsealed,
    parse_volume,
    parse_wan,
    rd_cost_cell,
    unit_cell,
)
from extractor.documents.form_parts import PART_TITLES, part_of
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.overleaf import whole_text
from extractor.documents.ticked import ticked_choice, ticked_choices
from extractor.layout.captions import first_match
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import stated
from extractor.values import (
    counts,
    days,
    identifiers,
    names,
    texts,
    uscc,
)
from models.document import Document
from models.extraction import Choices, Field, Text

_CATEGORIES = ("单模态大模型", "多模态大模型", "任务型模型", "其他")
_NATURES = ("国有企业", "合资企业", "民营企业", "外资企业", "事业单位", "其他")
_INDUSTRIES = (
    "原材料",
    "装备制造",
    "消费品（包括生物医药等）",
    "电子信息",
    "软件和信息服务业",
    "其他",
)
_SERVICES = ("APP", "网页", "API接口", "其他")


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
            cover_cell("模型类别"),
        ),
        "unit_nature": ticked_choice(
            unit, key + "unit_nature", "单位性质", _NATURES, unit_cell("单位性质")
        ),
        "industry": ticked_choices(
            model, key + "industry", "模型服务行业", _INDUSTRIES, model_cell("模型服务行业")
        ),
        "model_category": ticked_choice(
            model, key + "model_category", "模型类别", _CATEGORIES, model_cell("模型类别")
        ),
        "service_modes": ticked_choices(
            model, key + "service_modes", "模型服务方式", _SERVICES, model_cell("模型服务方式")
        ),
        "introduction": whole_text(
            unit, key + "introduction", "单位情况介绍", unit_cell("单位情况介绍")
        ),
        "model_ability": whole_text(
            model, key + "model_ability", "模型能力", model_cell("模型能力")
        ),
        **amounts_and_sizes(document),
    }


def _parts(document: Document) -> Field:
    """Which of the three parts were seen, each with its heading as evidence."""
    key, label = "application_form.part", "申报书组成"
    seen: dict[str, Passage] = {}
    for part, titles in PART_TITLES.items():
        heading = f"({'|'.join(titles)})"
        passage = first_match(heading, wrapped=False)(document)
        if passage is None and (own := part_of(document, part)) is not None:
            # A long title in large print is broken over two lines.
            passage = first_match(heading)(own)
        if passage is not None:
            seen[part] = passage
    value = Choices(values=tuple(seen)) if seen else None
    return stated(key, label, "choices", value, tuple(each.evidence for each in seen.values()))


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["unit_name"].value or fields["cover_unit_name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


_PRINCIPAL = ("负责人姓名",)
_APPLICANT = ("申报人姓名",)
_FIELDS = (
    FieldSpec("part", "申报书组成", "choices", options=tuple(PART_TITLES)),
    FieldSpec(
        "cover_unit_name", "申报单位（封面）", "text", cover_cell("申报单位"), parse_unsealed
    ),
    FieldSpec(
        "cover_model_name", "模型名称（封面）", "text", cover_cell("模型名称"), parse_model_name
    ),
    FieldSpec("cover_model_category", "模型类别（封面）", "choice", options=_CATEGORIES[:3]),
    FieldSpec("unit_name", "单位名称", "text", unit_cell("单位名称"), names.parse),
    FieldSpec("uscc", "统一社会信用代码", "identifier", unit_cell("统一社会信用代码"), uscc.parse),
    FieldSpec("address", "单位地址", "text", unit_cell("单位地址"), texts.parse),
    FieldSpec("unit_nature", "单位性质", "choice", options=_NATURES),
    FieldSpec(
        "consortium_members",
        "联合体成员单位",
        "list",
        unit_cell("联合体成员单位", "联合体成员单位（如有）"),
        parse_members,
    ),
    FieldSpec("principal_name", "负责人姓名", "text", unit_cell(*_PRINCIPAL), texts.parse),
    FieldSpec(
        "principal_title", "负责人职务", "text", unit_cell("职务", row_of=_PRINCIPAL), parse_title
    ),
    FieldSpec(
        "principal_phone",
        "负责人电话",
        "identifier",
        unit_cell("电话", row_of=_PRINCIPAL),
        parse_phone,
    ),
    FieldSpec("applicant_name", "申报人姓名", "text", unit_cell(*_APPLICANT), texts.parse),
    FieldSpec(
        "applicant_title", "申报人职务", "text", unit_cell("职务", row_of=_APPLICANT), parse_title
    ),
    FieldSpec(
        "applicant_phone",
        "申报人电话",
        "identifier",
        unit_cell("电话", row_of=_APPLICANT),
        parse_phone,
    ),
    FieldSpec("revenue", "2025年营业收入", "amount", unit_cell("2025年营业收入"), parse_wan),
    FieldSpec(
        "ai_revenue",
        "2025年人工智能营业收入",
        "amount",
        unit_cell("2025年人工智能营业收入"),
        parse_wan,
    ),
    FieldSpec("staff_total", "员工总数", "count", unit_cell("员工总数"), counts.parse),
    FieldSpec("rd_staff", "研发人员数量", "count", unit_cell("研发人员数量"), counts.parse),
    FieldSpec("introduction", "单位情况介绍", "text"),
    FieldSpec("model_name", "工业模型名称", "text", model_cell("工业模型名称"), parse_model_name),
    FieldSpec("industry", "模型服务行业", "choices", options=_INDUSTRIES),
    FieldSpec("model_category", "模型类别", "choice", options=_CATEGORIES),
    FieldSpec(
        "parameter_count",
        "参数量",
        "decimal",
        model_cell("参数量（亿）", "参数量"),
        parse_parameters,
    ),
    FieldSpec(
        "training_data",
        "训练数据量",
        "decimal",
        model_cell("训练数据量（TB）", "训练数据量"),
        parse_volume,
    ),
    FieldSpec("model_ability", "模型能力", "text"),
    FieldSpec("base_model", "模型底座来源", "text", model_cell("模型底座来源"), texts.parse),
    FieldSpec("service_modes", "模型服务方式", "choices", options=_SERVICES),
    FieldSpec(
        "rd_period_start", "模型研发开始时间", "month", model_cell("模型研发起止时间"), parse_start
    ),
    FieldSpec(
        "rd_period_end", "模型研发结束时间", "month", model_cell("模型研发起止时间"), parse_end
    ),
    FieldSpec(
        "rd_cost", "2025年度模型研发成本", "amount", on_part("model", rd_cost_cell), parse_wan
    ),
    FieldSpec(
        "rd_cost_period",
        "模型研发成本所属期间",
        "text",
        on_part("model", cost_period),
        texts.parse,
    ),
    FieldSpec("rd_cost_items", "2025年度模型研发成本组成", "rows", parse=parse_cost_items),
    FieldSpec("recommending_unit", "推荐单位", "text", cover_cell("推荐单位"), parse_unsealed),
    FieldSpec("contact_name", "联系人", "text", cover_cell("联系人"), texts.parse),
    FieldSpec(
        "contact_phone",
        "联系方式",
        "identifier",
        cover_cell("联系方式", "联系电话"),
        identifiers.parse_phone,
    ),
    FieldSpec("declared_on", "申报日期", "day", cover_cell("申报日期"), days.parse),
)
"""The form's cells, in its order."""


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
    fields=_FIELDS,
    read=_read,
    about=_about,
    reconcile=(),
)
