"""Every request is timed and logged by its route's template; paths and names stay out of both."""

from __future__ import annotations

from secrets import token_hex
from time import perf_counter
from typing import cast

import structlog
from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.routes.dependencies import Service

_QUIET = ("/health/live", "/health/ready", "/metrics")

log = structlog.get_logger("heyan.http")


def observe(app: FastAPI) -> None:
    """Puts the observer around the application."""
    app.add_middleware(Observer)


class Observer:
    """Notes route, status and seconds of every request; gives each an id."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = token_hex(8)
        started = perf_counter()
        status = 500

        async def answered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode()),
                    (b"x-content-type-options", b"nosniff"),
                ]
            await send(message)

        try:
            await self._app(scope, receive, answered)
        finally:
            seconds = perf_counter() - started
            route = str(getattr(scope.get("route"), "path", "unmatched"))
            service = cast(Service | None, getattr(scope["app"].state, "service", None))
            if service is not None:
                service.measures.request(_method(scope["method"]), route, status, seconds)
            if route not in _QUIET:
                log.info(
                    "request",
                    request=request_id,
                    method=_method(scope["method"]),
                    route=route,
                    status=status,
                    seconds=round(seconds, 4),
                )


def _method(name: str) -> str:
    """The method, or OTHER: a label must not grow with what strangers send."""
    return name if name in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE") else "OTHER"
