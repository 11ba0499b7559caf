"""The Word form of the same applicant, laid out like annex 1 of the notice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from samples import texts
from samples.case import Case
from samples.form_display import model_table, unit_table

NATURES = ("国有企业", "合资企业", "民营企业", "外资企业", "事业单位", "其他（请注明）")
INDUSTRIES = (
    "原材料",
    "装备制造",
    "消费品（包括生物医药等）",
    "电子信息",
    "软件和信息服务业",
    "其他（请注明）",
)
CATEGORIES = ("单模态大模型", "多模态大模型", "任务型模型", "其他（请注明）")
SERVICES = ("APP", "网页", "API接口", "其他（请注明）")


def write_form(case: Case, path: Path) -> None:
    """Writes 申报书.docx from ``case.word``; the same case gives the same bytes."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    _cover(document, case)
    form, random = case.word, Random(f"word-{case.seed}")
    _unit(document, unit_table(form, random))
    _model(document, model_table(form, random))
    _commitment(document, case)
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(_undated(buffer.getvalue()))


def ticked(options: Sequence[str], chosen: Sequence[str]) -> str:
    """The options of a cell with ☑ before those chosen and □ before the others."""
    return " ".join(f"{'☑' if option in chosen else '□'}{option}" for option in options)


def _cover(document: Document, case: Case) -> None:
    form = case.word
    document.add_paragraph("附件1")
    title = document.add_heading("湖北省工业领域专用模型项目申报书", 0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for caption, value in (
        ("申报单位", f"{form.cover_unit_name}（加盖公章）"),
        ("模型名称", form.cover_model_name),
        (
            "模型类别",
            f"{form.cover_model_category}（单模态大模型/多模态大模型/任务型模型）",
        ),
        ("推荐单位", f"{form.recommending_unit}（加盖公章）"),
        ("联系人", form.contact.name),
        ("联系方式", form.contact.phone),
        ("申报日期", texts.day(form.declared_on)),
    ):
        document.add_paragraph(f"{caption}  {value}")
    document.add_paragraph("湖北省经济和信息化厅\n2026年3月").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_page_break()  # type: ignore[no-untyped-call]


def _grid(document: Document, rows: Sequence[Sequence[tuple[str, int]]], columns: int) -> None:
    """A ruled table; each cell is (text, columns it spans)."""
    table = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    for cells, row in zip(rows, table.rows, strict=True):
        place = 0
        for text, span in cells:
            cell = row.cells[place]
            if span > 1:
                cell = cell.merge(row.cells[place + span - 1])
            cell.text = text
            place += span


def _unit(document: Document, data: Mapping[str, Any]) -> None:
    document.add_heading("一、单位基本情况表", 1)
    rows: list[list[tuple[str, int]]] = [
        [("单位名称", 1), (data["unit_name"], 6)],
        [("统一社会信用代码", 1), (data["uscc"], 6)],
        [("单位地址", 1), (data["address"], 6)],
        [("单位性质", 1), (ticked(NATURES, (data["unit_nature"],)), 6)],
        [("联合体成员单位（如有）", 1), (data["consortium_members"], 6)],
    ]
    for role, key in (("负责人姓名", "principal"), ("申报人姓名", "applicant")):
        rows.append(
            [
                ("联系人情况", 1),
                (role, 1),
                (data[f"{key}_name"], 1),
                ("职务", 1),
                (data[f"{key}_title"], 1),
                ("电话", 1),
                (data[f"{key}_phone"], 1),
            ]
        )
    rows += [
        [
            ("单位经营情况", 1),
            ("2025年营业收入（万元）", 2),
            (data["revenue"], 1),
            ("2025年人工智能营业收入（万元）", 2),
            (data["ai_revenue"], 1),
        ],
        [
            ("单位人才情况", 1),
            ("员工总数", 2),
            (data["staff_total"], 1),
            ("研发人员数量", 2),
            (data["rd_staff"], 1),
        ],
        [("单位情况介绍", 1), ("\n".join(data["introduction"]), 6)],
    ]
    _grid(document, rows, 7)
    document.add_page_break()  # type: ignore[no-untyped-call]


def _model(document: Document, data: Mapping[str, Any]) -> None:
    document.add_heading("二、工业模型基本情况表", 1)
    period = f"{data['rd_period_start']}至{data['rd_period_end']}"
    _grid(
        document,
        [
            [("工业模型名称", 1), (data["model_name"], 4)],
            [("模型服务行业", 1), (ticked(INDUSTRIES, (data["industry"],)), 4)],
            [("模型类别", 1), (ticked(CATEGORIES, (data["model_category"],)), 4)],
            [
                ("模型指标", 1),
                ("参数量（亿）", 1),
                (data["parameter_count"], 1),
                ("训练数据量（TB）", 1),
                (data["training_data"], 1),
            ],
            [("模型能力", 1), ("\n".join(data["model_ability"]), 4)],
            [("模型底座来源", 1), (data["base_model"], 4)],
            [("模型服务方式", 1), (ticked(SERVICES, data["service_modes"]), 4)],
            [("模型研发起止时间", 1), (period, 4)],
            [
                ("2025年度模型研发成本（万元）", 1),
                (f"{data['rd_cost']}（{data['rd_cost_period']}）", 4),
            ],
            [("2025年度模型研发成本组成（万元）", 1), (data["rd_cost_items"], 4)],
        ],
        5,
    )
    document.add_page_break()  # type: ignore[no-untyped-call]


def _commitment(document: Document, case: Case) -> None:
    document.add_heading("承诺书", 1)
    for clause in texts.CLAUSES:
        document.add_paragraph(clause)
    document.add_paragraph("特此承诺。")
    document.add_paragraph("申请单位法人代表（签名）：")
    document.add_paragraph("申请单位（盖章）：")
    document.add_paragraph(texts.day(case.commitment.signed_on))


def _undated(archive: bytes) -> bytes:
    """The same Word file with one fixed date on every entry."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return result.getvalue()
