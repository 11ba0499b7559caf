"""Whoever opens a page: signed in or sent to the door, refused in words, in a frame of their own."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, cast
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute

from api.auth.dependencies import Caller, current_caller, database_of, settings_of
from api.auth.permissions import Permission, require_permission
from api.errors import Refused, SignInRequired
from api.pages.frame import Frame
from api.pages.rendering import SECURITY_HEADERS, DoorContext, page
from api.running.reports import Reports
from api.settings import Settings
from api.store.database import Database
from api.store.tables import Account
from models.errors import InputError


@dataclass(frozen=True)
class Visit:
    """One request of somebody who is signed in."""

    caller: Caller
    database: Database
    settings: Settings
    reports: Reports
    """The newest reports, kept in memory between requests."""

    @property
    def account(self) -> Account:
        """Who it is."""
        return self.caller.account

    def frame(self, title: str, current: str = "") -> Frame:
        """What surrounds the page for this person."""
        return Frame(
            title=title,
            current=current,
            name=self.account.display_name or self.account.username,
            role=self.account.role,
            csrf=self.caller.csrf_token,
        )


def visit(request: Request, caller: Annotated[Caller, Depends(current_caller)]) -> Visit:
    """The visit; raises SignInRequired for nobody."""
    reports = cast(Reports, request.app.state.service.reports)
    return Visit(caller, database_of(request), settings_of(request), reports)


def visit_with(permission: Permission) -> Callable[[Visit], Visit]:
    """A dependency: the visit of somebody with the permission; raises Forbidden."""

    def permitted(visitor: Annotated[Visit, Depends(visit)]) -> Visit:
        require_permission(visitor.account, permission)
        return visitor

    return permitted


Seeing = Annotated[Visit, Depends(visit_with("see"))]
Administrating = Annotated[Visit, Depends(visit_with("administrate"))]
Auditing = Annotated[Visit, Depends(visit_with("audit"))]


class PageRoute(APIRoute):
    """A route of a page: what is refused becomes a page too, and nobody is sent to sign in."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with refusals turned into pages."""
        handle = super().get_route_handler()

        async def handle_in_words(request: Request) -> Response:
            try:
                return await handle(request)
            except InputError as error:
                return _refusal(request, error)

        return handle_in_words


def _refusal(request: Request, error: InputError) -> Response:
    if request.headers.get("accept", "").startswith("application/json"):
        raise error
    if isinstance(error, SignInRequired):
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        came_from = f"?next={quote(wanted)}" if request.method == "GET" and wanted != "/" else ""
        return RedirectResponse(f"/sign-in{came_from}", 303, headers=SECURITY_HEADERS)
    status = error.status if isinstance(error, Refused) else HTTPStatus.UNPROCESSABLE_ENTITY
    return page("refused.html.j2", DoorContext(title="无法完成", message=error.message), status)
