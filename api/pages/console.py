"""The console as a whole: every page and the static files, added to an application."""

from __future__ import annotations

import mimetypes
from typing import Any

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.auth import oidc_routes
from api.pages import audit_log, batches, rules, sample, sign_in, submissions, upload
from api.pages.admin import accounts, api_keys, webhooks
from api.pages.rendering import STATIC, DoorContext, page, static_address
from api.pages.review import a107012, comparison, print_view
from api.pages.review import routes as review
from api.pages.visiting import PageRoute

_ROUTERS = (
    sign_in.router,
    submissions.router,
    sample.router,
    upload.router,
    review.router,
    a107012.router,
    comparison.router,
    print_view.router,
    rules.router,
    audit_log.router,
    batches.router,
    accounts.router,
    api_keys.router,
    webhooks.router,
)


class _KeptFiles(StaticFiles):
    """Static files whose address changes with their content: a browser never asks twice."""

    async def get_response(self, path: str, scope: Any) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response


async def _nowhere(request: Request, error: Exception) -> Response:
    """A page for who typed an address that there is not; programs get the service's own answer."""
    typed = "text/html" in request.headers.get("accept", "")
    if typed and not request.url.path.startswith("/v1/"):
        sentence = "没有这个页面，请核对地址"
        return page("refused.html.j2", DoorContext(title="无法完成", message=sentence), 404)
    answer: Response = await request.app.exception_handlers[HTTPException](request, error)
    return answer


def add_console(app: FastAPI) -> None:
    """Adds the pages and ``/static``; the application keeps database and settings in its state."""
    # Some systems map .js to text/plain, and a browser runs no module of that type.
    mimetypes.add_type("text/javascript", ".js")
    for router in _ROUTERS:
        app.include_router(router)
    app.include_router(oidc_routes.router_of(PageRoute))
    app.add_exception_handler(404, _nowhere)
    app.mount(static_address(), _KeptFiles(directory=STATIC), name="static")
