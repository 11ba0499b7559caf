"""What a document kind is: its marks, its fields, and how each field is found and parsed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks
from models.document import Document, DocumentKind
from models.extraction import Extraction, Field, Period, Scope, Value, ValueKind

Finder = Callable[[Document], Passage | None]
"""Where the value stands, or None where the page has no such caption."""

Parser = Callable[[str], Value | None]
"""The text as a typed value, or None where it can't be understood."""


@dataclass(frozen=True)
class FieldSpec:
    """One field of a document kind: one line here is all that a simple field needs."""

    name: str
    """The key's part after the document kind."""
    label: str
    """The caption a reviewer knows, in Chinese."""
    kind: ValueKind
    find: Finder | None = None
    """None for fields that the kind's own ``read`` fills."""
    parse: Parser | None = None
    options: tuple[str, ...] = ()
    """What a choice can be: the printed labels, or the contract's keys; empty where it is free."""


@dataclass(frozen=True)
class About:
    """Whom and when a document speaks of."""

    entity: str | None = None
    period: Period | None = None
    scope: Scope | None = None


def _about_nobody(fields: Mapping[str, Field]) -> About:
    return About()


def _no_more_fields(document: Document) -> Mapping[str, Field]:
    return {}


@dataclass(frozen=True)
class Kind:
    """One document kind; each module of this package that describes one names it ``KIND``."""

    marks: KindMarks
    fields: tuple[FieldSpec, ...]
    read: Callable[[Document], Mapping[str, Field]] = _no_more_fields
    """The fields that need more than a caption: name → Field. They override the specs' finders."""
    about: Callable[[Mapping[str, Field]], About] = _about_nobody
    """Entity, period and scope from the fields, by name."""
    reconcile: tuple[Callable[[Extraction], Extraction], ...] = field(default=())
    """Run in order on the finished extraction: sums, capitals against figures, two readings."""

    @property
    def kind(self) -> DocumentKind:
        """The contract's name of the kind."""
        return self.marks.kind

    @property
    def title(self) -> str:
        """The Chinese name."""
        return self.marks.title
