"""Renders a page: one Jinja environment, strict about names, and the headers every page carries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.pages.frame import Frame
from api.pages.wording import FILTERS, WORDS

STATIC = Path(str(files("api") / "static"))

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Nothing inline, nothing from elsewhere; and no page with applicants' data stays in a cache."""


@dataclass(frozen=True)
class DoorContext:
    """What a page outside the frame is given: nobody need be signed in."""

    title: str
    message: str
    """What went wrong, in one sentence; empty where nothing did."""


@dataclass(frozen=True)
class PageContext:
    """What every template is given; each page adds its own fields."""

    frame: Frame


@cache
def static_address() -> str:
    """``/static/<digest>``: changes with any file below it, so that files may be kept for ever."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(WORDS)
    environment.globals["static"] = static_address()
    environment.filters.update(FILTERS)
    return environment


def render(template: str, context: PageContext | DoorContext) -> str:
    """The template filled with the context's fields; a name it does not have is an error."""
    values: dict[str, Any] = {each.name: getattr(context, each.name) for each in fields(context)}
    return _environment().get_template(template).render(values)


def page(template: str, context: PageContext | DoorContext, status: int = 200) -> HTMLResponse:
    """The page as a response with the security headers."""
    return HTMLResponse(render(template, context), status_code=status, headers=SECURITY_HEADERS)
