"""Everything that was read from one applicant's files, before anything is understood."""

from models.document import Page
from models.extraction import SourceFile
from models.frozen import Frozen


class Reading(Frozen):
    """All pages of one applicant's files, in order, and how long each stage took in all."""

    name: str
    files: tuple[SourceFile, ...]
    pages: tuple[Page, ...]
    engine: str
    """Which engine read the pages; 文本层 where none was needed."""
    seconds: dict[str, float] = {}
    """Seconds of work by stage, added over the workers."""
    elapsed: float = 0.0
    """Seconds from the first page to the last."""
