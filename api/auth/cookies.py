"""The cookie of a browser session: for HTTP only, never sent along from another site's form."""

from __future__ import annotations

from fastapi import Request, Response

from api.auth.sessions import COOKIE
from api.settings import Settings


def give(response: Response, request: Request, settings: Settings, token: str) -> None:
    """Sets the cookie; through TLS it is kept to TLS."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(settings.session_length.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=is_secure(request, settings),
        path="/",
    )


def take(response: Response, request: Request, settings: Settings) -> None:
    """Removes the cookie."""
    response.delete_cookie(
        COOKIE, httponly=True, samesite="lax", secure=is_secure(request, settings), path="/"
    )


def is_secure(request: Request, settings: Settings) -> bool:
    """Whether the browser came through TLS, here or at the proxy in front."""
    return settings.secure or request.url.scheme == "https"
