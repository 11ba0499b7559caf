"""The words by which a page of some kind is known."""

from dataclasses import dataclass
from typing import Literal

from models.document import DocumentKind


@dataclass(frozen=True)
class Mark:
    """Printed words that speak for (or, with a negative weight, against) a kind of page."""

    text: str
    """As printed, without spaces; matched with full-width forms unified and one misread allowed
    in six or more characters."""
    weight: float = 1.0
    """3: this alone decides; 1: ordinary; negative: speaks against."""
    where: Literal["title", "top", "anywhere"] = "anywhere"
    """title: a line of its own near the top or in large print; top: upper third of the page."""


@dataclass(frozen=True)
class KindMarks:
    """All marks of one kind of document."""

    kind: DocumentKind
    title: str
    """The Chinese name of the kind."""
    first: tuple[Mark, ...]
    """Marks of a first or only page; these can start a document."""
    further: tuple[Mark, ...] = ()
    """Marks of its later pages; these continue a document of the kind, or start one if it is not
    there (a bundle whose first page is missing)."""
