"""The two addresses of single sign-on: where it begins, and where the provider sends back to."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute

from api.auth import cookies, oidc
from api.auth.dependencies import database_of, settings_of
from api.errors import SingleSignOnFailed
from api.settings import Settings
from api.store.database import Database

STATE_COOKIE = "heyan_oidc"
_PATH = "/auth/oidc"
_SECONDS = 600


def router_of(route_class: type[APIRoute] = APIRoute) -> APIRouter:
    """The routes; ``route_class`` says how a refusal is shown."""
    router = APIRouter(prefix=_PATH, route_class=route_class, include_in_schema=False)
    router.add_api_route("/start", start, methods=["GET"])
    router.add_api_route("/callback", callback, methods=["GET"])
    return router


def start(
    request: Request,
    database: Annotated[Database, Depends(database_of)],
    settings: Annotated[Settings, Depends(settings_of)],
    next_path: Annotated[str, Query(alias="next")] = "/",
) -> Response:
    """Sends the browser to the provider."""
    sent = oidc.send(database, settings, next_path, at=datetime.now(UTC))
    response = RedirectResponse(sent.url, status_code=303)
    response.set_cookie(
        STATE_COOKIE,
        sent.state,
        max_age=_SECONDS,
        httponly=True,
        samesite="lax",
        secure=cookies.is_secure(request, settings),
        path=_PATH,
    )
    return response


def callback(
    request: Request,
    database: Annotated[Database, Depends(database_of)],
    settings: Annotated[Settings, Depends(settings_of)],
    state: str = "",
    code: str = "",
) -> Response:
    """Opens the session; only for the browser that was sent."""
    kept = request.cookies.get(STATE_COOKIE, "")
    if not kept or not code or not hmac.compare_digest(kept.encode(), state.encode()):
        raise SingleSignOnFailed("统一认证登录未完成或已过期，请重新登录")
    returned = oidc.receive(
        database,
        settings,
        state=state,
        code=code,
        at=datetime.now(UTC),
        program_version=version("heyan"),
    )
    response = RedirectResponse(returned.next_path, status_code=303)
    cookies.give(response, request, settings, returned.opened.token)
    response.delete_cookie(STATE_COOKIE, path=_PATH)
    return response
