"""Single sign-on by OpenID Connect: authorization code with PKCE, by Authlib.

The provider's word is taken for who somebody is, never for what they may do: roles are ours.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.auth import sessions
from api.errors import Conflict, Forbidden, Invalid, SingleSignOnFailed
from api.settings import OidcSettings, Settings
from api.store import accounts, audit
from api.store.database import Database
from api.store.tables import Account, OidcRequest

CALLBACK = "/auth/oidc/callback"
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""Never ``none``, nor an HMAC with the client's secret."""
_SECONDS = 10
_PATIENCE = timedelta(minutes=10)
"""How long somebody may take to sign in at the provider."""
_LEEWAY = 60


class Sent(NamedTuple):
    """Where to send the browser, and what its cookie must bring back."""

    url: str
    state: str


class Returned(NamedTuple):
    """A session just opened, and the page that was asked for before."""

    opened: sessions.Opened
    next_path: str


def send(database: Database, settings: Settings, next_path: str, *, at: datetime) -> Sent:
    """The provider's page for this sign-in; raises SingleSignOnFailed where it can't be reached."""
    oidc = _configured(settings)
    state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
    with _client(settings, oidc) as client:
        metadata = _metadata(client, oidc)
        url, _ = client.create_authorization_url(
            metadata["authorization_endpoint"], state=state, code_verifier=verifier, nonce=nonce
        )
    with database.transaction() as session:
        session.execute(delete(OidcRequest).where(OidcRequest.expires_at <= at))
        session.add(
            OidcRequest(
                state_hash=_hash(state),
                nonce=nonce,
                verifier=verifier,
                next_path=own_path(next_path),
                expires_at=at + _PATIENCE,
            )
        )
    return Sent(url, state)


def receive(
    database: Database,
    settings: Settings,
    *,
    state: str,
    code: str,
    at: datetime,
    program_version: str,
) -> Returned:
    """The session of who comes back; raises SingleSignOnFailed, or Forbidden for a stranger."""
    oidc = _configured(settings)
    with database.transaction() as session:
        asked = session.get(OidcRequest, _hash(state))
        if asked is not None:
            session.delete(asked)
    if asked is None or asked.expires_at <= at:
        raise SingleSignOnFailed("统一认证登录已过期，请重新登录")
    claims = _claims(settings, oidc, code, asked)
    with database.transaction() as session:
        account = _account(session, oidc, claims, at, program_version)
        audit.record(
            session,
            "session.open",
            account.id,
            actor=account.id,
            at=at,
            after={"through": "oidc"},
            program_version=program_version,
        )
        return Returned(sessions.open_session(session, settings, account, at=at), asked.next_path)


def own_path(path: str) -> str:
    """The path if it is one of ours, else the start page: nobody is sent on to another site."""
    plain = path.isprintable() and path.startswith("/") and len(path) <= 500
    return path if plain and not path.startswith("//") and "\\" not in path else "/"


def _configured(settings: Settings) -> OidcSettings:
    if settings.oidc is None:
        raise Conflict("本系统未启用统一认证登录，请用用户名和密码登录")
    return settings.oidc


def _client(settings: Settings, oidc: OidcSettings) -> OAuth2Client:
    secret = oidc.client_secret and oidc.client_secret.get_secret_value()
    return OAuth2Client(
        oidc.client_id,
        secret,
        scope=oidc.scope,
        redirect_uri=f"{(settings.public_url or '').rstrip('/')}{CALLBACK}",
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if secret else "none",
        timeout=_SECONDS,
    )


def _metadata(client: OAuth2Client, oidc: OidcSettings) -> dict[str, Any]:
    """The provider's discovery document; raises SingleSignOnFailed where it is not that issuer's."""
    metadata = _fetched(client, f"{oidc.issuer.rstrip('/')}/.well-known/openid-configuration")
    if metadata.get("issuer") != oidc.issuer:
        raise SingleSignOnFailed("统一认证服务的配置与 HEYAN_OIDC_ISSUER 不符，请联系管理员")
    return metadata


def _fetched(client: OAuth2Client, url: str) -> dict[str, Any]:
    try:
        answer = client.request("GET", url, withhold_token=True)
        answer.raise_for_status()
        found = answer.json()
    except (httpx2.HTTPError, ValueError) as error:
        raise SingleSignOnFailed("暂时无法连接统一认证服务，请稍后再试或改用密码登录") from error
    return found if isinstance(found, dict) else {}


def _claims(
    settings: Settings, oidc: OidcSettings, code: str, asked: OidcRequest
) -> dict[str, Any]:
    """What the provider says of the person, its signature and every claim checked."""
    with _client(settings, oidc) as client:
        metadata = _metadata(client, oidc)
        try:
            token = client.fetch_token(
                metadata["token_endpoint"], code=code, code_verifier=asked.verifier
            )
            keys = KeySet.import_key_set(_fetched(client, metadata["jwks_uri"]))  # type: ignore[arg-type]
            offered = metadata.get("id_token_signing_alg_values_supported", ["RS256"])
            registry = JWSRegistry(
                algorithms=[each for each in offered if each in _ALGORITHMS],
                strict_check_header=False,
            )
            signed = jwt.decode(token["id_token"], key=keys, registry=registry)
            claims = CodeIDToken(
                signed.claims,
                signed.header,
                {
                    "iss": {"essential": True, "value": oidc.issuer},
                    "aud": {"essential": True, "value": oidc.client_id},
                },
                {"nonce": asked.nonce, "client_id": oidc.client_id, **_access(token)},
            )
            claims.validate(leeway=_LEEWAY)
        except (OAuthError, JoseError, httpx2.HTTPError, KeyError, ValueError) as error:
            raise SingleSignOnFailed("统一认证未通过，请重新登录") from error
    return dict(claims)


def _access(token: dict[str, Any]) -> dict[str, Any]:
    return {"access_token": token["access_token"]} if "access_token" in token else {}


def _account(
    session: Session,
    oidc: OidcSettings,
    claims: dict[str, Any],
    at: datetime,
    program_version: str,
) -> Account:
    """The account of the subject, made at its first sign-in where a role is configured."""
    subject = str(claims["sub"])
    account = accounts.find_subject(session, oidc.issuer, subject)
    if account is None:
        if oidc.role is None:
            raise Forbidden("您在本系统还没有账号，请联系管理员开通")
        account = _new(session, oidc, claims, at)
        audit.record(
            session,
            "account.create",
            account.id,
            actor=None,
            at=at,
            after={"role": account.role, "through": "oidc"},
            program_version=program_version,
        )
    if account.disabled_at is not None:
        raise Forbidden("您的账号已停用，请联系管理员")
    return account


def _new(session: Session, oidc: OidcSettings, claims: dict[str, Any], at: datetime) -> Account:
    """A new account; one that exists under the same name is never taken over."""
    subject = str(claims["sub"])
    preferred = str(claims.get("preferred_username") or subject)
    unique = f"{preferred[:80]}-{_hash(oidc.issuer + subject)[:8]}"
    shown = str(claims.get("name") or preferred)
    for username in (preferred, unique, unique.replace(" ", "-")):
        try:
            return accounts.create(
                session,
                username,
                oidc.role or "uploader",
                at=at,
                display_name=shown,
                issuer=oidc.issuer,
                subject=subject,
            )
        except (Conflict, Invalid):
            continue
    raise Forbidden("无法为您开通账号，请联系管理员")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
