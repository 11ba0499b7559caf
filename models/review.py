"""What people changed: values corrected, page kinds and order set right."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import model_validator

from models.document import BoundingBox, DocumentKind
from models.extraction import Value
from models.frozen import Frozen


class PageId(Frozen):
    """A page by the index of its file (from 0) and its number within it (from 1)."""

    file: int
    number: int


class Correction(Frozen):
    """A value that a person stated, read for the machine or against it."""

    document: str
    """The id of the document when the person looked at it."""
    key: str
    """``<document kind>.<name>``."""
    anchor: PageId
    """A page of that document: its id may count differently after page kinds change."""
    value: Value | None
    """None where the person says that the page does not state it."""
    text: str
    """As typed."""
    page: PageId | None = None
    """The page the box lies on; None where the person pointed at nothing."""
    box: BoundingBox | None = None
    who: str
    when: datetime
    reason: str = ""

    @model_validator(mode="after")
    def _box_lies_on_a_page(self) -> Self:
        if self.box is not None and self.page is None:
            raise ValueError("a box needs its page")
        return self


class PageKindChange(Frozen):
    """What kind a person says a page is."""

    page: PageId
    kind: DocumentKind
    who: str
    when: datetime
    reason: str = ""


class Review(Frozen):
    """Everything people changed on one submission; the later of two changes of a thing counts."""

    corrections: tuple[Correction, ...] = ()
    kinds: tuple[PageKindChange, ...] = ()
    order: tuple[PageId, ...] = ()
    """Every page in the order a person put them; empty where nobody did."""
