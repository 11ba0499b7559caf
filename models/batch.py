"""What can go wrong with one file or one page, and the summary of a batch (schema heyan.batch/1)."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict
from pydantic import Field as Described

from models.errors import HeyanError
from models.finding import Outcome, Verdict
from models.frozen import Frozen


class Problem(Frozen):
    """A file or page that could not be processed: its class, where, and what to do."""

    model_config = ConfigDict(populate_by_name=True)

    class_: str = Described(alias="class")
    """PASSWORD, DAMAGED, UNSUPPORTED, TOO_LARGE, TOO_MANY_PAGES, NOTHING_RECOGNISED, CHANGED, OUTPUT,
    OOM, TIMEOUT, CRASH."""
    file: str | None = None
    page: int | None = None
    message: str
    """One Chinese sentence that says what to do."""

    @classmethod
    def of(cls, error: HeyanError) -> Self:
        """The problem an error tells of."""
        return cls(class_=error.problem, file=error.file, page=error.page, message=error.message)


class SubmissionSummary(Frozen):
    """One submission of ``summary.json``."""

    name: str
    pages: int
    verdict: Verdict | None
    """None where the submission could not be processed."""
    counts: dict[Outcome, int]
    problems: tuple[Problem, ...] = ()


class BatchSummary(Frozen):
    """The whole of ``summary.json``."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: Literal["heyan.batch/1"] = Described(default="heyan.batch/1", alias="schema")
    submissions: tuple[SubmissionSummary, ...]
