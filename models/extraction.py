"""What a document states: typed values, each with the place it was read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field as Described

from models.document import BoundingBox, DocumentKind, Page, Seal, Source
from models.frozen import Frozen


class Evidence(Frozen):
    """Where a value was read and what stood there; a Word cell has no page and no box."""

    file: int
    page: int | None
    box: BoundingBox | None
    text: str
    confidence: float = 1.0
    source: Source = "ocr"
    other_reading: str | None = None
    """What a second reading of the same place says, where it was made and differs."""


class Amount(Frozen):
    """A sum of money in 元 (or in the currency named)."""

    kind: Literal["amount"] = "amount"
    value: Decimal
    currency: str = "CNY"
    step: Decimal = Decimal("0.01")
    """The smallest step of the writing, in 元: 100 for 万元 with two decimals."""
    unit: str = "元"
    """The unit as printed: 元, 万元, 千元, 亿元."""


class Count(Frozen):
    """A whole number of things."""

    kind: Literal["count"] = "count"
    value: int


class Ratio(Frozen):
    """A percentage as printed, without the sign: 100 for 100%."""

    kind: Literal["ratio"] = "ratio"
    value: Decimal


class Number(Frozen):
    """A plain decimal."""

    kind: Literal["decimal"] = "decimal"
    value: Decimal


class Day(Frozen):
    """A date; ``value`` is None for an open end (长期)."""

    kind: Literal["day"] = "day"
    value: date | None


class Month(Frozen):
    """A month of a year; ``year`` is None for an open end (长期)."""

    kind: Literal["month"] = "month"
    year: int | None
    month: int = 1


class Text(Frozen):
    """Words as printed, without spaces and line breaks, letters and digits half-width."""

    kind: Literal["text"] = "text"
    value: str


class Identifier(Frozen):
    """A code: a credit code, a report number, a phone number."""

    kind: Literal["identifier"] = "identifier"
    value: str


class Choice(Frozen):
    """One of the printed options, or one of the keys of the contract."""

    kind: Literal["choice"] = "choice"
    value: str


class Choices(Frozen):
    """The options ticked, in printed order."""

    kind: Literal["choices"] = "choices"
    values: tuple[str, ...]


class TextList(Frozen):
    """Names in order."""

    kind: Literal["list"] = "list"
    values: tuple[str, ...]


Scalar = Annotated[
    Amount | Count | Ratio | Number | Day | Month | Text | Identifier | Choice,
    Described(discriminator="kind"),
]


class Rows(Frozen):
    """The records of a table; a cell that could not be read is None."""

    kind: Literal["rows"] = "rows"
    records: tuple[dict[str, Scalar | None], ...]


class NumberedAmounts(Frozen):
    """A form's printed row numbers and their amounts (``a100000.rows``); a rate is a Ratio."""

    kind: Literal["numbered_amounts"] = "numbered_amounts"
    amounts: dict[str, Annotated[Amount | Ratio, Described(discriminator="kind")] | None]


Value = Annotated[
    Amount
    | Count
    | Ratio
    | Number
    | Day
    | Month
    | Text
    | Identifier
    | Choice
    | Choices
    | TextList
    | Rows
    | NumberedAmounts,
    Described(discriminator="kind"),
]

ValueKind = Literal[
    "amount",
    "count",
    "ratio",
    "decimal",
    "day",
    "month",
    "text",
    "identifier",
    "choice",
    "choices",
    "list",
    "rows",
    "numbered_amounts",
]

FieldStatus = Literal["sure", "doubtful", "unreadable", "missing"]


class Field(Frozen):
    """One stated value; ``value is None`` with evidence means there but not understood."""

    key: str
    """``<document kind>.<name>``, as in the contract."""
    label: str
    """The caption of the form, in Chinese."""
    kind: ValueKind
    value: Value | None = None
    text: str = ""
    """As read."""
    confidence: float = 0.0
    status: FieldStatus = "missing"
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[str, ...] = ()
    """Why it is not sure, each a Chinese phrase a reviewer understands."""
    machine: Field | None = None
    """What the machine read here, kept where a person stated the value."""


class Period(Frozen):
    """From and to, both included."""

    start: date
    end: date


Scope = Literal["single", "consolidated", "both"]


class Extraction(Frozen):
    """What one document states, about whom and when."""

    document: str
    """The id of the Document it was read from."""
    kind: DocumentKind
    entity: str | None = None
    """The company it is about."""
    period: Period | None = None
    scope: Scope | None = None
    fields: tuple[Field, ...] = ()
    seals: tuple[Seal, ...] = ()
    seal_evidence: tuple[Evidence, ...] = ()
    """One per seal, in the same order."""

    def field(self, name: str) -> Field | None:
        """The field ``<kind>.<name>``, or None where the document has no such field."""
        key = f"{self.kind}.{name}"
        return next((field for field in self.fields if field.key == key), None)

    def with_fields(self, changed: dict[str, Field]) -> Extraction:
        """The same extraction with the fields of these keys replaced."""
        return self.model_copy(
            update={"fields": tuple(changed.get(field.key, field) for field in self.fields)}
        )


class SourceFile(Frozen):
    """A file that was handed in."""

    name: str
    sha256: str
    media_type: str
    pages: int


class DocumentSummary(Frozen):
    """Which pages a document has, without what stands on them."""

    id: str
    kind: DocumentKind
    title: str
    pages: tuple[tuple[int, int], ...]
    """(file index, page number) in order."""
    attachments: tuple[tuple[int, int], ...] = ()


class PageKind(Frozen):
    """What kind of page it is and how sure that is."""

    page: Page
    kind: DocumentKind
    confidence: float


class Submission(Frozen):
    """What one applicant hands in; the thing rules read."""

    name: str
    submitted_on: date
    files: tuple[SourceFile, ...]
    pages: tuple[PageKind, ...]
    documents: tuple[DocumentSummary, ...]
    extractions: tuple[Extraction, ...]

    def of_kind(self, kind: DocumentKind) -> tuple[Extraction, ...]:
        """The extractions of one kind, in the order of their pages."""
        return tuple(each for each in self.extractions if each.kind == kind)
