"""The roles of accounts, and what a reviewer calls them."""

from __future__ import annotations

from typing import Literal

Role = Literal["uploader", "reviewer", "admin", "auditor"]

ROLE_NAMES: dict[Role, str] = {
    "uploader": "上传人",
    "reviewer": "审核人",
    "admin": "管理员",
    "auditor": "审计人",
}
