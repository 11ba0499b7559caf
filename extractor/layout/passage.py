"""Text found at a place on a page, with the lines it was read from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from models.document import BoundingBox, Page, TextLine
from models.extraction import Evidence


@dataclass(frozen=True)
class Passage:
    """The lines, or parts of lines, that stand at one place, in reading order.

    An empty cell that was seen is a passage without lines: it has a box, but no text.
    """

    page: Page
    lines: tuple[TextLine, ...]
    box: BoundingBox

    @property
    def text(self) -> str:
        """The lines joined without a break, letters and digits half-width, spaces dropped."""
        joined = unicodedata.normalize("NFKC", "".join(line.text for line in self.lines))
        return "".join(joined.split())

    @property
    def confidence(self) -> float:
        """0…1, the mean of the line that was read worst; 1 where nothing stands."""
        return min((line.confidence for line in self.lines), default=1.0)

    @property
    def weakest(self) -> float:
        """0…1, the least sure character of the passage."""
        return min((line.weakest for line in self.lines), default=1.0)

    @property
    def other_reading(self) -> str | None:
        """The second reading where one was made and differs, else None."""
        if all(line.second_text in (None, line.text) for line in self.lines):
            return None
        return "".join(
            line.text if line.second_text is None else line.second_text for line in self.lines
        )

    @property
    def evidence(self) -> Evidence:
        """The place and the words as evidence of a value."""
        return Evidence(
            file=self.page.file,
            page=None if self.page.source == "word" else self.page.number,
            box=None if self.page.source == "word" else self.page.on_upright(self.box),
            text="".join(line.text for line in self.lines),
            confidence=self.confidence,
            source=self.lines[0].source if self.lines else self.page.source,
            other_reading=self.other_reading,
        )
