"""What the service takes from the environment, read once at the edge and passed on as arguments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, model_validator
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from api.errors import Invalid
from api.roles import Role
from extractor.settings import refused
from models.frozen import Frozen

_PASSWORD_FILE = "HEYAN_DATABASE_PASSWORD_FILE"


class OidcSettings(Frozen):
    """Single sign-on with the bureau's own provider; without an issuer there is none."""

    issuer: str
    """HEYAN_OIDC_ISSUER: as in the provider's discovery document."""
    client_id: str
    """HEYAN_OIDC_CLIENT_ID."""
    client_secret: SecretStr | None = None
    """HEYAN_OIDC_CLIENT_SECRET: absent for a public client."""
    name: str = "单位统一身份认证"
    """HEYAN_OIDC_NAME: what the button at sign-in says."""
    role: Role | None = None
    """HEYAN_OIDC_ROLE: of accounts made at their first sign-in; absent: none is made."""
    scope: str = "openid profile"
    """HEYAN_OIDC_SCOPE."""


class Settings(Frozen):
    """Where the service keeps things, whom it listens to, how long and how much."""

    data: Path
    """HEYAN_DATA: database and files; else HEYAN_HOME/data, else ~/.local/share/heyan."""
    database: str | None = None
    """HEYAN_DATABASE: sqlite:///… or postgresql://…; absent: heyan.sqlite in the data folder.
    HEYAN_DATABASE_PASSWORD_FILE: a file with its password, where the address has none."""
    host: str = "127.0.0.1"
    """HEYAN_HOST."""
    port: int = Field(default=8600, ge=0, le=65535)
    """HEYAN_PORT."""
    public_url: str | None = None
    """HEYAN_PUBLIC_URL: how browsers reach the service, for links and single sign-on."""
    session_idle_minutes: int = Field(default=120, ge=1)
    """HEYAN_SESSION_IDLE_MINUTES: a session unused for so long ends."""
    session_hours: int = Field(default=12, ge=1)
    """HEYAN_SESSION_HOURS: no session lasts longer, however busy."""
    lockout_attempts: int = Field(default=5, ge=1)
    """HEYAN_LOCKOUT_ATTEMPTS: wrong passwords for one account before it is locked."""
    lockout_minutes: int = Field(default=15, ge=1)
    """HEYAN_LOCKOUT_MINUTES."""
    retention_days: int | None = Field(default=None, ge=1)
    """HEYAN_RETENTION_DAYS: of submissions; absent: kept until somebody deletes them."""
    four_eyes: bool = False
    """HEYAN_FOUR_EYES: a confirmation needs a second person."""
    max_upload_mb: int = Field(default=500, ge=1)
    """HEYAN_MAX_UPLOAD_MB: of one file."""
    max_files: int = Field(default=100, ge=1)
    """HEYAN_MAX_FILES: of one submission."""
    max_pages: int = Field(default=1000, ge=1)
    """HEYAN_MAX_PAGES: of one file."""
    min_free_mb: int = Field(default=1024, ge=0)
    """HEYAN_MIN_FREE_MB: uploads are refused where the disk has less than this left."""
    engine: str = "auto"
    """HEYAN_ENGINE: auto, openvino, onnxruntime, or recorded."""
    recordings: Path | None = None
    """HEYAN_RECORDINGS: for the engine recorded, the folder of recordings; absent: the samples."""
    webhooks_to_private: bool = False
    """HEYAN_WEBHOOKS_TO_PRIVATE: webhooks may call addresses of the own network."""
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1)
    """HEYAN_WORKERS: processes that read pages, one core each."""
    scheduler: str | None = None
    """HEYAN_SCHEDULER: address of a Dask scheduler (tcp://…); absent: workers of our own."""
    lease_seconds: int = Field(default=60, ge=5)
    """HEYAN_LEASE_SECONDS: a job whose process is silent for so long is taken up by another."""
    oidc: OidcSettings | None = None

    @model_validator(mode="after")
    def _single_sign_on_has_an_address(self) -> Settings:
        if self.oidc is not None and self.public_url is None:
            raise ValueError("设置了 HEYAN_OIDC_ISSUER，还须设置 HEYAN_PUBLIC_URL")
        return self

    @property
    def database_url(self) -> str:
        """The database; by default a file in the data folder."""
        return self.database or f"sqlite:///{self.data / 'heyan.sqlite'}"

    @property
    def files(self) -> Path:
        """The folder of uploaded files and page pictures."""
        return self.data / "files"

    @property
    def session_idle(self) -> timedelta:
        """How long a session may lie unused."""
        return timedelta(minutes=self.session_idle_minutes)

    @property
    def session_length(self) -> timedelta:
        """How long a session lasts at most."""
        return timedelta(hours=self.session_hours)

    @property
    def lockout(self) -> timedelta:
        """How long an account or an address is locked."""
        return timedelta(minutes=self.lockout_minutes)

    @property
    def retention(self) -> timedelta | None:
        """How long a submission is kept, or None for until it is deleted."""
        return None if self.retention_days is None else timedelta(days=self.retention_days)

    @property
    def secure(self) -> bool:
        """Whether browsers reach the service through TLS, so that cookies may insist on it."""
        return self.public_url is not None and self.public_url.startswith("https://")


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings with the HEYAN_… variables in place; raises Invalid naming the wrong one."""
    given: dict[str, object] = _given(environment, "HEYAN_", Settings)
    given["data"] = given.get("data") or _data_folder(environment)
    if "database" in given:
        _require_known_database(str(given["database"]))
    password_file = environment.get(_PASSWORD_FILE)
    if password_file and "database" in given:
        given["database"] = _with_password(str(given["database"]), Path(password_file))
    oidc = _given(environment, "HEYAN_OIDC_", OidcSettings)
    given["oidc"] = oidc if "issuer" in oidc else None
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        name, asked = refused(error)
        which = f" HEYAN_{name.upper()} " if name else ""
        raise Invalid(f"环境变量{which}的值不可用：{asked}") from None


def _given(
    environment: Mapping[str, str], prefix: str, model: type[Settings | OidcSettings]
) -> dict[str, object]:
    return {
        name: environment[prefix + name.upper()]
        for name in model.model_fields
        if environment.get(prefix + name.upper())
    }


def _require_known_database(database: str) -> None:
    try:
        known = make_url(database).get_backend_name() in ("sqlite", "postgresql")
    except (ArgumentError, ValueError):
        known = False
    if not known:
        raise Invalid(
            "环境变量 HEYAN_DATABASE 的值不可用，应如 postgresql://用户@主机/库名 或 sqlite:////路径"
        )


def _with_password(database: str, file: Path) -> str:
    try:
        password = file.read_text("utf-8").strip()
        address = make_url(database).set(password=password)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是文本"
        raise Invalid(f"环境变量 {_PASSWORD_FILE} 所指的文件 {file} 读不了：{reason}") from None
    return address.render_as_string(hide_password=False)


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Not in the working folder: ``serve`` and ``admin`` must find the same one."""
    home = environment.get("HEYAN_HOME")
    if home:
        return Path(home) / "data"
    shared = environment.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "heyan"
