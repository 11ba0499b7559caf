"""What submissions are compared by with each other, and what such a comparison says."""

from __future__ import annotations

from models.document import DocumentKind
from models.finding import Citation, Outcome, Severity
from models.frozen import Frozen

FINGERPRINT_VERSION = 2
"""A stored fingerprint of another version is to be taken again."""


class Printed(Frozen):
    """Where something stands in a submission."""

    document: str
    """The document's id: ``patent-1``."""
    file: int
    page: int | None


class StatedNumber(Frozen):
    """A number that only one paper in the world may bear, with what stands beside it."""

    kind: DocumentKind
    label: str
    """What the number is called: 报告文号."""
    number: str
    """As printed."""
    owner: str | None = None
    """Whom the paper names; None where that is not sure."""
    name: str | None = None
    """The paper's subject, or the firm that numbers its reports."""
    day: str | None = None
    place: Printed


class StatedPhone(Frozen):
    """A phone number of the form with whose it is."""

    label: str
    number: str
    place: Printed


class ShownPicture(Frozen):
    """A picture among the applicant's own pages."""

    hash: str
    """As ``Figure.hash``."""
    drawn: bool
    words: tuple[int, ...] = ()
    """A number for each line read within it, sorted."""
    place: Printed


class Fingerprint(Frozen):
    """The facts of one submission by which duplicates of it are found; only sure values."""

    version: int = FINGERPRINT_VERSION
    unit: str | None = None
    """The applicant's name."""
    names: tuple[str, ...] = ()
    """All names it had, its own one included."""
    codes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """The other units of its consortium."""
    model: str | None = None
    phones: tuple[StatedPhone, ...] = ()
    numbers: tuple[StatedNumber, ...] = ()
    text: tuple[int, ...] = ()
    """The MinHash of the R&D report's words; empty where it has too few."""
    pictures: tuple[ShownPicture, ...] = ()


class Place(Frozen):
    """Where something stands in one of several submissions."""

    submission: str
    document: str
    file: int
    page: int | None


class Duplicate(Frozen):
    """What several submissions share although each should have its own."""

    rule: str
    also: tuple[str, ...] = ()
    """Other rules of the catalogue that the same fact answers."""
    title: str
    severity: Severity
    outcome: Outcome
    message: str
    submissions: tuple[str, ...]
    """The names they were compared under, sorted."""
    places: tuple[Place, ...] = ()
    source: Citation
