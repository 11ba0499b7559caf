"""Passwords: argon2 hashes, and what is too weak to be one."""

from __future__ import annotations

from functools import cache

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from api.errors import Invalid

SHORTEST = 10
LONGEST = 200
_HASHES = PasswordHash((Argon2Hasher(),))


def hash_of(password: str, username: str = "") -> str:
    """The hash to keep; raises Invalid for a password that is too weak."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(f"密码须为 {SHORTEST}–{LONGEST} 个字符")
    if len(set(password)) < 4 or (username and username.casefold() in password.casefold()):
        raise Invalid("密码过于简单：不能包含用户名，也不能只由少数几个字符重复组成")
    return _HASHES.hash(password)


def matches(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Whether it is the password, and a new hash where the kept one has become too weak.

    Takes as long where there is no account or no password, so that time tells nobody which.
    """
    try:
        right, renewed = _HASHES.verify_and_update(password[:LONGEST], kept or _nobody_s())
    except UnknownHashError:
        return False, None
    return (right, renewed) if kept is not None else (False, None)


@cache
def _nobody_s() -> str:
    return _HASHES.hash("the password of nobody")
