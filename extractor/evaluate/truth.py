"""What a sample's truth file says (schema heyan.truth/1), typed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, ValidationError
from pydantic import Field as Described

from models.document import DocumentKind
from models.errors import DamagedFile
from models.extraction import ValueKind
from models.finding import Outcome
from models.frozen import Frozen
from models.report import Box, Canonical

SUFFIX = ".truth.json"


class _Part(Frozen):
    """A part of the truth; a generator may say more than is compared."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class TruePlace(_Part):
    """Where a value stands: the box holds its print."""

    file: int
    page: int
    box: Box


class TrueField(_Part):
    """A value as the document states it; null where the document doesn't state it."""

    key: str
    kind: ValueKind
    value: Canonical | None
    evidence: tuple[TruePlace, ...] = ()
    parts: dict[str, tuple[TruePlace, ...]] = {}
    """Where the cells of a table stand: ``[2].amount`` or ``.6`` → places."""


class TruePageNumber(_Part):
    """A page by file and number."""

    file: int
    number: int


class TrueDocument(_Part):
    """A document with its pages and fields."""

    id: str
    kind: DocumentKind
    pages: tuple[TruePageNumber, ...]
    fields: tuple[TrueField, ...]


class TrueSeal(_Part):
    """A seal on a page; ``whole`` is false where an edge of the page cuts it."""

    role: str
    text: str
    shape: str
    box: Box
    whole: bool = True


class TruePage(_Part):
    """A page: its kind, its turn and its seals."""

    file: int
    number: int
    sheet: str
    kind: DocumentKind
    turned: int
    seals: tuple[TrueSeal, ...] = ()


class TrueFinding(_Part):
    """A rule that has to end in one of the outcomes."""

    rule: str
    outcomes: tuple[Outcome, ...]


class TrueFindings(_Part):
    """What the rules have to say, and which of them must say neither failed nor missing."""

    must: tuple[TrueFinding, ...] = ()
    must_not: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    """Touched by what was planted: they may say anything."""


class Truth(_Part):
    """Everything that is known about one sample."""

    schema_: Literal["heyan.truth/1"] = Described(alias="schema")
    name: str
    seed: int
    difficulty: int
    files: tuple[str, ...]
    pages: tuple[TruePage, ...]
    documents: tuple[TrueDocument, ...]
    plantings: tuple[str, ...] = ()
    findings: TrueFindings = TrueFindings()


def load_truth(path: Path) -> Truth:
    """The truth in the file; raises DamagedFile where it is none."""
    try:
        return Truth.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DamagedFile("不是样本真值文件，请用 heyan samples 重新生成样本", path.name) from error


def truth_files(folder: Path) -> tuple[Path, ...]:
    """The truth files in the folder, by name; raises DamagedFile where there are none."""
    found = tuple(sorted(folder.glob(f"*{SUFFIX}")))
    if not found:
        raise DamagedFile(
            f"没有样本真值（*{SUFFIX}）；请给出 heyan samples 写出的文件夹", str(folder)
        )
    return found
