"""What a rule is: a claim about typed values, with its source and the paths it reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.document import DocumentKind, Seal
from models.finding import Citation, Disagreement, Severity

Said = Disagreement | Sequence[Disagreement] | None
"""Nothing, one disagreement, or several that rest on different values."""

Check = Callable[..., Said]
"""The values of ``reads`` then ``reads_if_present``, in order; an absent one of the latter is None.

Values that are doubtful are handed over too: the runner never lets a disagreement that rests on one
stand as more than ``unreadable``.
"""


def holds(severity: Severity, message: str, *values: str) -> Disagreement:
    """What a check says where all is well and that rests on some of its values only."""
    return Disagreement(severity=severity, message=message, values=values, outcome="passed")


@dataclass(frozen=True)
class Seals:
    """The seals on one document."""

    seals: tuple[Seal, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the rings say, where two readings agree."""
        return tuple(seal.text for seal in self.seals if seal.certain and seal.text)

    @property
    def unread(self) -> bool:
        """Whether a seal is there whose ring could not be read for certain."""
        return any(not seal.certain or not seal.text for seal in self.seals)

    def say(self, words: str) -> bool:
        """Whether any ring says these words, in whichever reading: enough to tell whose kind."""
        return any(words in seal.text for seal in self.seals)


@dataclass(frozen=True)
class Words:
    """All that was read on one document's pages, half-width and without spaces."""

    pages: tuple[str, ...]
    """Page by page, one line of print after the other."""
    numbers: tuple[int, ...] = ()
    """The page's number in its file, for each page."""

    @property
    def text(self) -> str:
        """All pages in one."""
        return "".join(self.pages)

    def first(self, pattern: str) -> re.Match[str] | None:
        """The first place that fits, on the first page that has one."""
        return next((found for page in self.pages if (found := re.search(pattern, page))), None)

    def where(self, pattern: str) -> str:
        """（第 12 页）: the page of the first place that fits; empty where none does."""
        for page, number in zip(self.pages, self.numbers, strict=False):
            if re.search(pattern, page):
                return f"（第 {number} 页）"
        return ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A published or agreed requirement.

    Paths name what ``check`` is given:

    ``<kind>.<field>``
        the field's typed value, of the applicant's document of that kind.
    ``<kind>[*].<field>``
        a tuple over all documents of the kind, None where one does not state it.
    ``<kind>.<prefix>*``
        a mapping of field name to Field: a whole form, for its arithmetic.
    ``<kind>.<field>.seen``
        whether the field was found on the page, legible or not.
    ``<kind>.<field>[<row>]``
        one row of a field that holds a whole sheet (``a100000.rows[22]``).
    ``<kind>.present`` · ``<kind>.document`` · ``<kind>.seals``
        whether there is such a document · its id (not applicable without it) · its ``Seals``.
    ``<kind>.blanks``
        the names of its fields whose place was seen and is empty.
    ``<kind>.words``
        the ``Words`` of its pages; not applicable where nothing was read on them.
    ``<kind>[*].words``
        a tuple over all documents of the kind, None where nothing was read on one.
    ``each.<field>`` · ``each.seals`` · ``each.words``
        as above, of the document that ``for_each`` has come to.
    ``word_form.<field>``
        the field of the Word copy of the application form.
    ``submission.submitted_on`` · ``submission.documents`` · ``submission.pages``
        the Day of submission · DocumentSummary* · PageKind*.
    ``programme.<name>``
        a date, number or table of the programme.
    """

    code: str
    title: str
    source: Citation
    severity: Severity
    """Of the finding where nothing is wrong, and of what is missing or can't be read."""
    reads: tuple[str, ...]
    """Paths without which nothing can be said."""
    check: Check
    reads_if_present: tuple[str, ...] = ()
    agreement_confirms: bool = False
    """Whether values that agree prove each other, so that none of them has to be sure: two papers
    that name one company, parts that add up to their total. A misreading hardly ever agrees."""
    for_each: tuple[DocumentKind, ...] = field(default=())
    """Kinds whose documents are checked one by one; the finding is the worst of them."""
