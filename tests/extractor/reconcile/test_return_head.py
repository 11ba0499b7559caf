"""Sheets of a return that print no head of their own."""

from datetime import date

from extractor.reconcile.return_head import with_return_heads
from models.document import BoundingBox, DocumentKind
from models.extraction import Day, Evidence, Extraction, Field, Period, Text

BOX = BoundingBox(left=0.1, top=0.1, right=0.5, bottom=0.12)


def sheet(kind: DocumentKind, name: str | None, page: int, year: int | None = None) -> Extraction:
    evidence = (Evidence(file=0, page=page, box=BOX, text=name or ""),) if name else ()
    owner = Field(
        key=f"{kind}.taxpayer_name",
        label="纳税人名称",
        kind="text",
        value=None if name is None else Text(value=name),
        status="missing" if name is None else "sure",
        evidence=evidence,
    )
    end = Field(
        key=f"{kind}.period_end",
        label="税款所属期止",
        kind="day",
        value=None if year is None else Day(value=date(year, 12, 31)),
        status="missing" if year is None else "sure",
        evidence=evidence,
    )
    period = None if year is None else Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return Extraction(
        document=f"{kind}-1", kind=kind, entity=name, period=period, fields=(owner, end)
    )


COVER = sheet("cit_other", "武汉某某公司", 5, 2025)


def test_a_sheet_without_a_head_takes_the_cover_s():
    pages = {"cit_other-1": [(0, 5)], "a100000-1": [(0, 6)], "a107012-1": [(0, 7)]}
    read = (COVER, sheet("a100000", None, 6), sheet("a107012", None, 7))
    for each in with_return_heads(read, pages)[1:]:
        assert each.field("taxpayer_name").value == Text(value="武汉某某公司")
        assert each.field("taxpayer_name").evidence[0].page == 5
        assert each.period.end == date(2025, 12, 31)


def test_a_sheet_s_own_head_stands():
    pages = {"cit_other-1": [(0, 5)], "a100000-1": [(0, 6)]}
    own = sheet("a100000", "武汉另一公司", 6, 2024)
    assert with_return_heads((COVER, own), pages)[1] == own


def test_a_sheet_behind_another_document_has_no_cover():
    contract = sheet("contract", None, 6)
    pages = {"cit_other-1": [(0, 5)], "contract-1": [(0, 6)], "a100000-1": [(0, 7)]}
    loose = sheet("a100000", None, 7)
    assert with_return_heads((COVER, contract, loose), pages)[2] == loose
