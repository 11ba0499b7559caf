"""What surrounds every page: who is signed in and where they can go."""

from __future__ import annotations

from dataclasses import dataclass

from api.roles import ROLE_NAMES, Role


@dataclass(frozen=True)
class Destination:
    """An entry of the navigation."""

    address: str
    title: str
    icon: str


_EVERYONE = (Destination("/", "申报列表", "list"),)
_UPLOAD = (Destination("/upload", "上传", "upload"), Destination("/batches", "批次", "stack"))
_RULES = (Destination("/rules", "核查规则", "book"),)
_AUDIT = (Destination("/audit", "审计日志", "log"),)
_ADMIN = (Destination("/admin/accounts", "管理", "gear"),)

ADMIN_PAGES = (
    Destination("/admin/accounts", "账户", "people"),
    Destination("/admin/api-keys", "API 密钥", "key"),
    Destination("/admin/webhooks", "通知地址", "hook"),
)


@dataclass(frozen=True)
class Frame:
    """The signed-in person and the page's place in the navigation."""

    title: str
    current: str
    """Address of the destination that is marked as the current one."""
    name: str
    role: Role
    csrf: str
    """Goes back in a header, or a form field, with everything that changes something."""

    @property
    def role_title(self) -> str:
        """The role in words."""
        return ROLE_NAMES[self.role]

    @property
    def may_upload(self) -> bool:
        """Whether the person may hand in submissions."""
        return self.role in ("uploader", "reviewer", "admin")

    @property
    def may_review(self) -> bool:
        """Whether the person may correct and decide."""
        return self.role in ("reviewer", "admin")

    @property
    def may_administer(self) -> bool:
        """Whether the person may see accounts, keys and webhooks."""
        return self.role == "admin"

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where this person can go, in the order of the bar."""
        return (
            *_EVERYONE,
            *(_UPLOAD if self.may_upload else ()),
            *_RULES,
            *(_AUDIT if self.role in ("admin", "auditor") else ()),
            *(_ADMIN if self.may_administer else ()),
        )
