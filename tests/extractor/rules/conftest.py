"""Small submissions for the runner's tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from extractor.rules.rule import Words
from models.document import BoundingBox, DocumentKind, Page, Seal, Table, TextLine
from models.extraction import (
    Amount,
    Choices,
    Count,
    Day,
    DocumentSummary,
    Evidence,
    Extraction,
    Field,
    FieldStatus,
    Identifier,
    PageKind,
    Submission,
    Text,
    Value,
    ValueKind,
)

BOX = BoundingBox(left=0.1, top=0.1, right=0.4, bottom=0.2)

NAME = "武汉楚芯智能科技有限公司"
CODE = "914201007071167872"

State = Value | tuple[Value | None, FieldStatus]


def wan(number: str) -> Amount:
    """A sum written in 万元, with the step of its decimals."""
    written = Decimal(number)
    step = Decimal(10_000).scaleb(int(written.as_tuple().exponent))
    return Amount(value=written * 10_000, step=step, unit="万元")


def yuan(number: str) -> Amount:
    return Amount(value=Decimal(number))


def field(kind: str, name: str, state: State | None, source: str = "ocr") -> Field:
    """A field that is sure unless a status is given; None is missing."""
    value, status = state if isinstance(state, tuple) else (state, "sure")
    if state is None:
        status = "missing"
    value_kind: ValueKind = "text" if value is None else value.kind
    return Field(
        key=f"{kind}.{name}",
        label=name,
        kind=value_kind,
        value=value,
        confidence=0.99,
        status=status,
        evidence=()
        if status == "missing"
        else (Evidence(file=0, page=1, box=BOX, text=name, source=source),),
        doubts=("识别置信度偏低",) if status == "doubtful" else (),
    )


def extraction(
    kind: DocumentKind,
    fields: Mapping[str, State | None],
    *,
    number: int = 1,
    source: str = "ocr",
    seals: tuple[Seal, ...] = (),
) -> Extraction:
    return Extraction(
        document=f"{kind}-{number}",
        kind=kind,
        fields=tuple(field(kind, name, state, source) for name, state in fields.items()),
        seals=seals,
        seal_evidence=tuple(
            Evidence(file=0, page=1, box=seal.box, text=seal.text, source="seal") for seal in seals
        ),
    )


def submission(*extractions: Extraction, submitted_on: date = date(2026, 3, 30)) -> Submission:
    return Submission(
        name="示例",
        submitted_on=submitted_on,
        files=(),
        pages=(),
        documents=tuple(
            DocumentSummary(id=each.document, kind=each.kind, title=each.kind, pages=((0, 1),))
            for each in extractions
        ),
        extractions=extractions,
    )


class Papers:
    """Makes submissions and the values that stand in them."""

    name = NAME
    code = CODE
    wan = staticmethod(wan)
    yuan = staticmethod(yuan)
    of = staticmethod(extraction)
    submission = staticmethod(submission)

    @staticmethod
    def form(**fields: State | None) -> Extraction:
        """An application form of which all three parts were seen."""
        parts: dict[str, State | None] = {
            "part": Choices(values=("cover", "unit", "model")),
            "unit_name": Text(value=NAME),
            "uscc": Identifier(value=CODE),
        }
        return extraction("application_form", parts | fields)

    @staticmethod
    def licence(**fields: State | None) -> Extraction:
        parts: dict[str, State | None] = {
            "name": Text(value=NAME),
            "uscc": Identifier(value=CODE),
        }
        return extraction("business_licence", parts | fields)

    @staticmethod
    def audit(year: int, number: int = 1, **fields: State | None) -> Extraction:
        parts: dict[str, State | None] = {
            "entity_name": Text(value=NAME),
            "fiscal_year": Count(value=year),
        }
        return extraction("audit_report", parts | fields, number=number)

    @staticmethod
    def tax_sheet(kind: DocumentKind, year: int, **fields: State | None) -> Extraction:
        parts: dict[str, State | None] = {
            "taxpayer_name": Text(value=NAME),
            "period_start": Day(value=date(year, 1, 1)),
            "period_end": Day(value=date(year, 12, 31)),
        }
        return extraction(kind, parts | fields)

    @staticmethod
    def page(
        *lines: str,
        kind: DocumentKind = "other",
        number: int = 30,
        seals: tuple[Seal, ...] = (),
        tables: tuple[Table, ...] = (),
    ) -> PageKind:
        """A page with these lines, one below the other."""
        print_ = tuple(
            TextLine(
                text=text,
                box=BoundingBox(left=0.1, top=0.03 * row, right=0.9, bottom=0.03 * row + 0.02),
                confidence=0.99,
            )
            for row, text in enumerate(lines, start=1)
        )
        page = Page(
            file=0, number=number, width=100, height=141, lines=print_, seals=seals, tables=tables
        )
        return PageKind(page=page, kind=kind, confidence=0.9)

    @staticmethod
    def words(*pages: str) -> Words:
        """What was read on a paper, page by page."""
        return Words(pages=pages, numbers=tuple(range(1, len(pages) + 1)))

    @staticmethod
    def seal(text: str, certain: bool = True) -> Seal:
        return Seal(text=text, box=BOX, confidence=0.9, certain=certain)


@pytest.fixture
def papers() -> type[Papers]:
    return Papers
