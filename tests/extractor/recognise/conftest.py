"""Pages put together from lines of print, and marks like those the document kinds name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.recognise.marks import KindMarks, Mark
from models.document import BoundingBox, Page, TextLine

PageMaker = Callable[..., Page]


def _line(text: str, top: float, height: float = 0.014, left: float | None = None) -> TextLine:
    width = min(0.9, len(text) * height * 1.2)
    start = (1 - width) / 2 if left is None else left
    return TextLine(
        text=text,
        box=BoundingBox.clipped(start, top, start + width, top + height),
        confidence=0.98,
    )


@pytest.fixture
def page() -> PageMaker:
    """A page: its title in large print above its text, one line each; "" for no title."""

    def make(number: int, title: str = "", *text: str, file: int = 0) -> Page:
        titles = [_line(title, 0.1, 0.028)] if title else []
        body = [_line(each, 0.2 + 0.02 * at, left=0.1) for at, each in enumerate(text)]
        return Page(file=file, number=number, width=1654, height=2339, lines=(*titles, *body))

    return make


@pytest.fixture
def marks() -> tuple[KindMarks, ...]:
    return (
        KindMarks(
            "application_form",
            "申报书",
            (
                Mark("湖北省工业领域专用模型项目申报书", 3, "title"),
                Mark("单位基本情况表", 3, "title"),
                Mark("工业模型基本情况表", 3, "title"),
                Mark("联合体成员单位"),
                Mark("模型底座来源"),
            ),
        ),
        KindMarks(
            "business_licence",
            "营业执照",
            (
                Mark("营业执照", 3, "title"),
                Mark("统一社会信用代码", 0.5),
                Mark("登记机关"),
                Mark("成立日期"),
                Mark("经营范围"),
            ),
        ),
        KindMarks("tax_certificate", "税收完税证明", (Mark("税收完税证明", 3, "title"),)),
        KindMarks(
            "audit_report",
            "审计报告",
            (Mark("审计报告", 2, "title"), Mark("形成审计意见的基础"), Mark("全体股东")),
            (
                Mark("资产负债表", 3, "title"),
                Mark("利润表", 3, "title"),
                Mark("财务报表附注", 3, "title"),
            ),
        ),
        KindMarks(
            "special_audit_report",
            "专项审计报告",
            (Mark("专项审计报告", 3, "title"), Mark("研究开发费用")),
        ),
        KindMarks(
            "a107012",
            "研发费用加计扣除优惠明细表",
            (
                Mark("研发费用加计扣除优惠明细表", 3, "title"),
                Mark("A107012", 2, "top"),
                Mark("直接从事研发活动人员工资薪金"),
                Mark("一、自主研发、合作研发、集中研发"),
            ),
            (Mark("本年研发费用加计扣除总额"), Mark("允许扣除的研发费用合计"), Mark("委托研发")),
        ),
        KindMarks(
            "a100000",
            "企业所得税年度纳税申报主表",
            (Mark("企业所得税年度纳税申报主表", 3, "title"), Mark("A100000", 2, "top")),
        ),
        KindMarks(
            "rd_report",
            "工业模型研发情况报告",
            (Mark("工业模型研发情况报告", 3, "title"),),
            (Mark("技术创新", 1, "title"), Mark("应用成效", 1, "title")),
        ),
        KindMarks("commitment", "承诺书", (Mark("承诺书", 3, "title"), Mark("特此承诺", 2))),
        KindMarks("patent", "专利证书", (Mark("发明专利证书", 3, "title"), Mark("专利权人", 1))),
    )
