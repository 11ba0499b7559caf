"""The exception tree: bad input, and our own faults.

An uncertain reading is neither: it is data.
"""

from typing import ClassVar


class HeyanError(Exception):
    """The root; ``message`` is one Chinese sentence that says what to do."""

    exit_code: ClassVar[int] = 3
    problem: ClassVar[str] = "CRASH"

    def __init__(self, message: str, file: str | None = None, page: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.page = page

    def __str__(self) -> str:
        return f"{self.file}：{self.message}" if self.file else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.file, self.page)


class InputError(HeyanError):
    """The input can't be processed; the message says what the sender can do."""

    exit_code = 2
    problem = "DAMAGED"


class PasswordRequired(InputError):
    """The file is encrypted."""

    problem = "PASSWORD"


class DamagedFile(InputError):
    """The file is truncated or not what its name says."""


class UnsupportedFile(InputError):
    """A kind of file that is not read."""

    problem = "UNSUPPORTED"


class TooLarge(InputError):
    """Over the limit on bytes or pixels."""

    problem = "TOO_LARGE"


class TooManyPages(InputError):
    """Over the limit on pages."""

    problem = "TOO_MANY_PAGES"


class NothingRecognised(InputError):
    """No page has anything to read."""

    problem = "NOTHING_RECOGNISED"


class PageFailed(InputError):
    """No page could be read; ``problem`` is the class of the first that failed."""

    def __init__(self, message: str, file: str | None, page: int | None, problem: str) -> None:
        super().__init__(message, file, page)
        self._problem = problem

    @property
    def problem(self) -> str:  # type: ignore[override]
        """OOM, TIMEOUT, CRASH or DAMAGED."""
        return self._problem

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.file, self.page, self._problem)


class FileChanged(InputError):
    """The file was written to while it was read."""

    problem = "CHANGED"


class OutputNotWritable(InputError):
    """The output folder can't be written."""

    problem = "OUTPUT"


class EngineError(HeyanError):
    """Our fault: an engine is missing or failed."""


class WeightsMissing(EngineError):
    """A model file is not there; the message names the command that fetches it."""


class WeightsCorrupt(EngineError):
    """A model file's sha256 is not the published one."""


class ClusterLost(EngineError):
    """The scheduler, or every worker, is gone; what was read is kept."""


class Cancelled(EngineError):
    """The caller no longer wants the result."""
