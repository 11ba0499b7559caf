"""The contents page: the notice's parts with the pages they start on."""

from __future__ import annotations

from collections.abc import Mapping

from samples.case import Case, Sheet
from samples.sheets import Contents, ContentsEntry

_PARTS: tuple[tuple[str, str, int], ...] = (
    ("unit_table", "（一）单位基本情况表", 1),
    ("", "（二）申报单位相关证明材料", 1),
    ("business_licence", "1.营业执照", 2),
    ("tax_certificate", "2.上年度企业纳税证明", 2),
    ("audit_report", "3.上年度审计报告", 2),
    ("model_table", "（三）工业模型基本情况表", 1),
    ("", "（四）工业模型相关证明材料", 1),
    ("special_audit_report", "1.2025年度专项审计报告", 2),
    ("a100000", "2.企业所得税年度纳税申报表（A100000）及研发费用加计扣除优惠明细表（A107012）", 2),
    ("certificates", "3.其他相关证明材料", 2),
    ("rd_report", "（五）工业模型研发情况报告", 1),
    ("credit_report", "（六）信用中国查询情况报告", 1),
    ("commitment", "（七）承诺书", 1),
)
_CERTIFICATES = frozenset({"filing", "patent", "software_copyright", "test_report", "contract"})


def contents(case: Case, starts: Mapping[Sheet, int]) -> Contents:
    """The entries of the parts that are bound in; a headline takes the page of its first part."""
    pages: dict[str, int] = {}
    for sheet in case.bundle:
        kind = "certificates" if sheet.kind in _CERTIFICATES else sheet.kind
        if sheet in starts:
            pages.setdefault(kind, starts[sheet])
    entries: list[ContentsEntry] = []
    for place, (kind, title, level) in enumerate(_PARTS):
        followers = [part for part, _, deep in _PARTS[place + 1 :] if deep == 2][:3]
        page = pages.get(kind) if kind else _first(pages, _PARTS[place + 1 :])
        if page is not None and place > 5:
            page += case.contents_shift
        if page is not None and (kind or followers):
            entries.append(ContentsEntry(title=title, page=str(page), level=level))
    return Contents(entries=entries)


def _first(pages: Mapping[str, int], parts: tuple[tuple[str, str, int], ...]) -> int | None:
    """The first page among the parts of level 2 that follow directly."""
    for kind, _, level in parts:
        if level != 2:
            return None
        if kind in pages:
            return pages[kind]
    return None
