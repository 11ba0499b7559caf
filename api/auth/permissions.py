"""Which role may do what."""

from __future__ import annotations

from typing import Literal

from api.errors import Forbidden
from api.roles import Role
from api.store.tables import Account

Permission = Literal[
    "upload", "see", "correct", "decide", "second_confirm", "export", "administrate", "audit"
]
"""``correct`` includes notes and pages, ``decide`` claiming; ``audit`` is to read the log."""

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "uploader": frozenset({"upload", "see", "export"}),
    "reviewer": frozenset({"upload", "see", "correct", "decide", "second_confirm", "export"}),
    "admin": frozenset(
        {
            "upload",
            "see",
            "correct",
            "decide",
            "second_confirm",
            "export",
            "administrate",
            "audit",
        }
    ),
    "auditor": frozenset({"see", "export", "audit"}),
}
"""An uploader sees only their own; a city restricts what any other role sees."""


def allowed(account: Account, permission: Permission) -> bool:
    """Whether the account's role has the permission."""
    return permission in PERMISSIONS[account.role]


def require_permission(account: Account, permission: Permission) -> None:
    """Raises Forbidden where the role does not have it."""
    if not allowed(account, permission):
        raise Forbidden()
