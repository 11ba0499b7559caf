"""What the service refuses, as exceptions; ``status`` is what HTTP calls it."""

from __future__ import annotations

from typing import ClassVar

from models.errors import InputError


class Refused(InputError):
    """The root of what a caller asked for and can't have; one Chinese sentence says why."""

    status: ClassVar[int] = 400
    problem = "REFUSED"


class SignInRequired(Refused):
    """Nobody is signed in, or the session or key is no longer valid."""

    status = 401
    problem = "SIGN_IN_REQUIRED"

    def __init__(self, message: str = "请先登录") -> None:
        super().__init__(message)


class Forbidden(Refused):
    """The account's role or city doesn't allow it."""

    status = 403
    problem = "FORBIDDEN"

    def __init__(self, message: str = "您的账号没有这项权限；如有需要，请联系管理员") -> None:
        super().__init__(message)


class SingleSignOnFailed(Refused):
    """The provider can't be reached, or what came back from it is not to be trusted."""

    status = 403
    problem = "SINGLE_SIGN_ON"


class ForgeryRefused(Forbidden):
    """The CSRF token is missing or belongs to another session."""

    problem = "CSRF"

    def __init__(self, message: str = "页面已过期，请刷新后再试") -> None:
        super().__init__(message)


class NotFound(Refused):
    """There is no such thing, or the account may not know of it."""

    status = 404
    problem = "NOT_FOUND"

    def __init__(self, message: str = "找不到所请求的内容，可能已被删除") -> None:
        super().__init__(message)


class Conflict(Refused):
    """The state doesn't allow it: already claimed, already decided, name taken."""

    status = 409
    problem = "CONFLICT"


class PreconditionFailed(Refused):
    """Somebody else saved first; ``current`` is what they saved, ``version`` what to send next."""

    status = 412
    problem = "PRECONDITION_FAILED"

    def __init__(
        self,
        message: str,
        *,
        version: int,
        current: object = None,
        by: str | None = None,
        at: str | None = None,
    ) -> None:
        super().__init__(message)
        self.version = version
        self.current = current
        self.by = by
        self.at = at

    def __reduce__(self) -> tuple[object, ...]:
        return _precondition_failed, (self.message, self.version, self.current, self.by, self.at)


def _precondition_failed(
    message: str, version: int, current: object, by: str | None, at: str | None
) -> PreconditionFailed:
    return PreconditionFailed(message, version=version, current=current, by=by, at=at)


class PreconditionRequired(Refused):
    """A save came without If-Match."""

    status = 428
    problem = "PRECONDITION_REQUIRED"

    def __init__(self, message: str = "保存时须带 If-Match，请刷新页面后再试") -> None:
        super().__init__(message)


class QuotaExceeded(Refused):
    """An upload is over the limit of bytes or files, or the disk is full."""

    status = 413
    problem = "QUOTA_EXCEEDED"


class TooManyAttempts(Refused):
    """Locked for a while; ``retry_after`` is in seconds."""

    status = 429
    problem = "TOO_MANY_ATTEMPTS"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[object, ...]:
        return _too_many_attempts, (self.message, self.retry_after)


def _too_many_attempts(message: str, retry_after: int) -> TooManyAttempts:
    return TooManyAttempts(message, retry_after=retry_after)


class Invalid(Refused):
    """A value that can't be taken; the message says which and what is asked."""

    status = 422
    problem = "INVALID"


class DatabaseUnavailable(Refused):
    """The database can't be used as it is named in the settings; the message says what to do."""

    status = 503
    problem = "DATABASE"
