"""What was seen on the pages: lines, tables, seals; nothing here knows what a tax is.

Every box is a fraction of the upright page, origin at the top left. Upright means quarter turns
only: a page that was deskewed for reading has its boxes mapped back.
"""

from __future__ import annotations

from collections.abc import Collection
from math import cos, radians, sin
from typing import Literal, get_args

from models.box import BoundingBox as BoundingBox
from models.frozen import Frozen

Source = Literal["ocr", "text_layer", "word", "code", "seal", "reviewer"]
"""Who read a text: an OCR engine, the PDF's own text, a Word cell, a barcode, a seal, a person."""

DocumentKind = Literal[
    "application_form",
    "business_licence",
    "tax_certificate",
    "audit_report",
    "special_audit_report",
    "a100000",
    "a107012",
    "cit_other",
    "rd_report",
    "credit_report",
    "commitment",
    "filing",
    "patent",
    "software_copyright",
    "test_report",
    "contract",
    "other",
]
"""What a page or a run of pages is; ``other`` is a contents page, a blank page, anything else."""

DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)


UNSURE = 0.5
"""Confidence of a character that may as well be another, whatever the engine thought of it."""


class TextLine(Frozen):
    """A line as it was read.

    ``centres`` holds the middle of each character as a fraction of the page's width, and
    ``confidences`` what the engine thought of each; both are empty where the source has none.
    """

    text: str
    box: BoundingBox
    confidence: float
    """0…1, the mean over the characters."""
    source: Source = "ocr"
    centres: tuple[float, ...] = ()
    confidences: tuple[float, ...] = ()
    second_text: str | None = None
    """What the page as scanned reads here, before coloured ink was lifted off; None where no ink
    lies over the line. Where it differs from ``text`` neither reading is sure."""

    @property
    def weakest(self) -> float:
        """The lowest confidence of any character; the line's own where characters have none."""
        return min(self.confidences, default=self.confidence)

    def part(self, start: int, stop: int) -> TextLine:
        """The characters start…stop as a line of their own, with the box cut to them."""
        start, stop, _ = slice(start, stop).indices(len(self.text))
        if (start, stop) == (0, len(self.text)):
            return self
        left, right = self._edges(start, stop)
        marks = self.confidences[start:stop]
        return self.model_copy(
            update={
                "text": self.text[start:stop],
                "box": BoundingBox.clipped(left, self.box.top, right, self.box.bottom),
                "confidence": sum(marks) / len(marks) if marks else self.confidence,
                "centres": self.centres[start:stop],
                "confidences": marks,
                # A second reading has no places for its characters: keep only whether it agrees.
                "second_text": None
                if self.second_text is None
                else self.text[start:stop]
                if self.text[start:stop] in self.second_text
                else self.second_text,
            }
        )

    def less_sure(self, places: Collection[int]) -> TextLine:
        """The line with the characters at these places read weakly; as it is where there are none."""
        if not places:
            return self
        if len(self.confidences) != len(self.text):
            return self.model_copy(update={"confidence": min(self.confidence, UNSURE)})
        marks = tuple(
            min(mark, UNSURE) if at in places else mark for at, mark in enumerate(self.confidences)
        )
        mean = sum(marks) / len(marks)
        return self.model_copy(update={"confidences": marks, "confidence": mean})

    def _edges(self, start: int, stop: int) -> tuple[float, float]:
        """Left and right edge of the characters start…stop."""
        count = max(1, len(self.text))
        if len(self.centres) == len(self.text) and self.text:
            before = (
                (self.centres[start - 1] + self.centres[start]) / 2
                if 0 < start < count
                else (self.box.left if start == 0 else self.box.right)
            )
            after = (
                (self.centres[stop - 1] + self.centres[stop]) / 2
                if 0 < stop < count
                else (self.box.right if stop >= count else self.box.left)
            )
            return before, after
        step = self.box.width / count
        return self.box.left + step * start, self.box.left + step * stop


class Seal(Frozen):
    """An inked stamp: where it is and what its ring says; text is empty where it can't be read."""

    text: str
    box: BoundingBox
    confidence: float
    certain: bool = False
    """Whether two unlike readings of the ring agree."""
    shape: Literal["round", "oval", "square", "unknown"] = "unknown"
    colour: Literal["red", "blue", "grey", "unknown"] = "unknown"


class Code(Frozen):
    """A barcode or QR code that decodes."""

    text: str
    box: BoundingBox
    symbology: str = ""


class Checkbox(Frozen):
    """A printed box to tick; checked is None where the mark can't be told."""

    box: BoundingBox
    checked: bool | None


class InkMark(Frozen):
    """Ink that no read line and no seal accounts for: handwriting, a drawing."""

    box: BoundingBox


class Figure(Frozen):
    """A photograph, chart, diagram or screenshot among the print."""

    box: BoundingBox
    hash: str
    """256 bits in hexadecimal that differ in few places between two scans of one picture."""
    drawn: bool = False
    """Whether much of it is white paper, as charts and diagrams are: such look alike sooner."""


class Cell(Frozen):
    """A cell of a table; rows and columns count from 0."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    box: BoundingBox
    lines: tuple[TextLine, ...] = ()
    blank: bool = False
    """Whether its pixels were looked at and show nothing, not even faint print."""

    @property
    def text(self) -> str:
        """The lines of the cell from top to bottom, joined without a space."""
        return "".join(line.text for line in self.lines)


class Table(Frozen):
    """A grid of cells; ruled where lines were drawn, else found by alignment."""

    box: BoundingBox
    cells: tuple[Cell, ...]
    ruled: bool = True

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place of the grid."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ):
                return cell
        return None

    def right_of(self, cell: Cell) -> Cell | None:
        """The next cell in the same row."""
        return self.at(cell.row, cell.column + cell.column_span)

    def below(self, cell: Cell) -> Cell | None:
        """The next cell in the same column."""
        return self.at(cell.row + cell.row_span, cell.column)

    def rows(self) -> list[list[Cell]]:
        """The cells that start in each row, from left to right."""
        last = max((cell.row for cell in self.cells), default=-1)
        rows: list[list[Cell]] = [[] for _ in range(last + 1)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append(cell)
        return rows


class Page(Frozen):
    """One page as read, with everything that was seen on it.

    Boxes on it are fractions of the page as it was read: turned upright and straightened by
    ``skew``, so that rows are level. ``on_upright`` maps them to the upright page, the only
    convention outside.
    """

    file: int
    """Index of the file within the submission, from 0."""
    number: int
    """Page number within the file, from 1."""
    width: int
    """Pixels of the upright page as read."""
    height: int
    turned: int = 0
    """The quarter turn of the page as it came, in degrees clockwise: 0, 90, 180 or 270."""
    skew: float = 0.0
    """Degrees clockwise by which the upright page is askew."""
    source: Source = "ocr"
    lines: tuple[TextLine, ...] = ()
    """In reading order. The lines inside tables are here too."""
    tables: tuple[Table, ...] = ()
    seals: tuple[Seal, ...] = ()
    codes: tuple[Code, ...] = ()
    checkboxes: tuple[Checkbox, ...] = ()
    ink_marks: tuple[InkMark, ...] = ()
    figures: tuple[Figure, ...] = ()
    unread: bool = False
    """Whether reading it failed: what stands on it is not known, which is not the same as blank."""

    @property
    def text(self) -> str:
        """All lines in reading order, one per row."""
        return "\n".join(line.text for line in self.lines)

    def on_upright(self, box: BoundingBox) -> BoundingBox:
        """The box on the upright page that encloses this box of the straightened page.

        Straightening turns the page about its middle onto a canvas that keeps every corner.
        """
        if self.skew == 0:
            return box
        turn = radians(self.skew)
        wide = self.width * cos(turn) + self.height * abs(sin(turn))
        high = self.width * abs(sin(turn)) + self.height * cos(turn)
        corners = [
            ((x - 0.5) * wide, (y - 0.5) * high)
            for x in (box.left, box.right)
            for y in (box.top, box.bottom)
        ]
        xs = [(cos(turn) * x - sin(turn) * y) / self.width + 0.5 for x, y in corners]
        ys = [(sin(turn) * x + cos(turn) * y) / self.height + 0.5 for x, y in corners]
        return BoundingBox.clipped(min(xs), min(ys), max(xs), max(ys))

    @property
    def blank(self) -> bool:
        """Whether nothing was read on it."""
        return not (self.lines or self.seals or self.codes)


class Document(Frozen):
    """A run of pages of one kind, as seen."""

    id: str
    """The kind and a running number: ``business_licence-1``."""
    kind: DocumentKind
    title: str
    """The heading as printed, or the kind's Chinese name."""
    pages: tuple[Page, ...]
    confidence: float = 1.0
    attachments: tuple[Page, ...] = ()
    """Pages that belong to it without stating its values: the audit firm's own licence."""
