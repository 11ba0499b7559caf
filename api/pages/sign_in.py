"""The door: sign-in with a password or through the bureau's own provider, and sign-out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.auth import cookies, sessions, signing_in
from api.auth.dependencies import database_of, optional_caller, settings_of
from api.errors import ForgeryRefused, SignInRequired, TooManyAttempts
from api.pages.rendering import SECURITY_HEADERS, DoorContext, page
from api.pages.visiting import PageRoute, Visit, visit
from api.settings import Settings
from api.store import accounts
from api.store.database import Database

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class SignInContext(DoorContext):
    """What the sign-in page is given."""

    username: str
    next: str
    provider: str | None
    """Name of the OIDC provider, where there is one."""
    no_accounts: bool
    """Whether the installation is fresh: the page says how the first admin is made."""


def _context(
    database: Database, settings: Settings, onward: str, message: str = "", username: str = ""
) -> SignInContext:
    with database.snapshot() as session:
        no_accounts = accounts.none_yet(session)
    return SignInContext(
        title="登录",
        message=message,
        username=username,
        next=onward,
        provider=settings.oidc.name if settings.oidc else None,
        no_accounts=no_accounts,
    )


@router.get("/sign-in")
def sign_in_page(request: Request, next: str = "/") -> Response:
    """The form; somebody who is signed in goes straight on."""
    if optional_caller(request) is not None:
        return RedirectResponse(local(next), 303)
    return page("sign_in.html.j2", _context(database_of(request), settings_of(request), next))


@router.post("/sign-in")
def sign_in(
    request: Request,
    username: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Opens a session, or shows the form again with what was wrong."""
    if request.headers.get("sec-fetch-site") == "cross-site":
        raise ForgeryRefused()
    database, settings = database_of(request), settings_of(request)
    try:
        opened = signing_in.sign_in(
            database,
            settings,
            username,
            password,
            address=request.client.host if request.client else "",
            at=datetime.now(UTC),
            program_version=version("heyan"),
        )
    except (SignInRequired, TooManyAttempts) as error:
        context = _context(database, settings, next, error.message, username)
        return page("sign_in.html.j2", context, error.status)
    response = RedirectResponse(local(next), 303, headers=SECURITY_HEADERS)
    cookies.give(response, request, settings, opened.token)
    return response


@router.post("/sign-out")
def sign_out(request: Request, visitor: Annotated[Visit, Depends(visit)]) -> Response:
    """Ends the session."""
    if visitor.caller.token is not None:
        with visitor.database.transaction() as session:
            sessions.close_session(session, visitor.caller.token)
    response = RedirectResponse("/sign-in", 303, headers=SECURITY_HEADERS)
    cookies.take(response, request, visitor.settings)
    return response


def local(address: str) -> str:
    """The address where it leads to a page of this service, else the list."""
    parts = urlsplit(address.replace("\\", "/"))
    plain = not (parts.scheme or parts.netloc) and address.startswith("/")
    return address if plain and not address.startswith("//") else "/"
