"""Every error as problem+json (RFC 9457): what went wrong, in one Chinese sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from api.errors import PreconditionFailed, Refused, TooManyAttempts
from models.errors import (
    DamagedFile,
    EngineError,
    HeyanError,
    InputError,
    OutputNotWritable,
    TooLarge,
    TooManyPages,
    UnsupportedFile,
)

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_FAULT = 30
"""Seconds, where the service itself can't do it now."""
_KINDS: tuple[tuple[type[HeyanError], int], ...] = (
    (UnsupportedFile, 415),
    (TooLarge, 413),
    (TooManyPages, 413),
    (DamagedFile, 422),
    (OutputNotWritable, 503),
    (InputError, 422),
    (EngineError, 503),
)
_SENTENCES = {
    400: "请求的格式不正确，请检查后再发",
    401: "请先登录",
    403: "没有这项权限",
    404: "找不到所请求的内容",
    405: "此地址不支持这种操作",
    406: "不能提供所要求的格式",
    410: "上传已过期，请重新上传",
    412: "请求的前提不再成立，请刷新后再试",
    413: "上传的内容过大",
    415: "不支持的内容类型",
    422: "请求的内容不可用，请检查后再发",
    429: "请求过于频繁，请稍后再试",
    500: "程序内部错误，已记录；请稍后重试，仍不成功请联系管理员",
}
_MESSAGES = {
    "missing": "缺少该项",
    "string_too_long": "过长",
    "string_too_short": "过短",
    "int_parsing": "应为整数",
    "bool_parsing": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期，如 2026-03-30",
    "json_invalid": "不是有效的 JSON",
    "extra_forbidden": "没有这一项",
    "literal_error": "不在可选值之列",
}

log = structlog.get_logger("heyan.http")


class FieldProblem(BaseModel):
    """One part of a request that can't be taken."""

    pointer: str = Field(examples=["body/text"])
    detail: str = Field(examples=["缺少该项"])


class ProblemDetails(BaseModel):
    """An error after RFC 9457."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:heyan:problem:not-found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["找不到该申报材料，可能已被删除"])
    instance: str = Field(examples=["/v1/submissions/0123456789abcdef"])
    errors: list[FieldProblem] | None = None


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers of these statuses for the OpenAPI description of a route."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
        }
        for status in statuses
    }


def problem(
    request: Request,
    status: int,
    detail: str,
    name: str | None = None,
    headers: Mapping[str, str] | None = None,
    **extra: Any,
) -> JSONResponse:
    """The error as an answer; ``name`` becomes the last part of its type."""
    title = HTTPStatus(status).phrase
    slug = (name or title).lower().replace("_", "-").replace(" ", "-")
    body = {
        "type": f"urn:heyan:problem:{slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
        **extra,
    }
    return JSONResponse(body, status, dict(headers or {}), media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Every exception that leaves a route becomes a problem."""
    app.add_exception_handler(HeyanError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(Exception, _of_fault)


async def _of_ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HeyanError)
    status = status_of(error)
    headers: dict[str, str] = {}
    extra: dict[str, Any] = {}
    if isinstance(error, TooManyAttempts):
        headers["Retry-After"] = str(error.retry_after)
    elif status == 503:
        headers["Retry-After"] = str(RETRY_AFTER_FAULT)
    if isinstance(error, PreconditionFailed):
        headers["ETag"] = f'"{error.version}"'
        extra = {
            "version": error.version,
            "current": error.current,
            "by": error.by,
            "at": error.at,
        }
    if error.file:
        extra["file"] = error.file
    return problem(request, status, error.message, error.problem, headers, **extra)


def status_of(error: HeyanError) -> int:
    """What HTTP calls it."""
    if isinstance(error, Refused):
        return error.status
    return next((status for kind, status in _KINDS if isinstance(error, kind)), 500)


async def _of_validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    parts = [_part(each) for each in error.errors()]
    first = f"（{parts[0]['pointer']}：{parts[0]['detail']}）" if parts else ""
    return problem(request, 422, f"请求的内容不可用{first}", "invalid", errors=parts)


def _part(error: Mapping[str, Any]) -> dict[str, str]:
    location: Sequence[object] = error["loc"]
    detail = _MESSAGES.get(str(error["type"]), str(error["msg"]))
    return {"pointer": "/".join(str(step) for step in location), "detail": detail}


async def _of_framework(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail = _SENTENCES.get(error.status_code, str(error.detail))
    return problem(request, error.status_code, detail, headers=error.headers)


async def _of_fault(request: Request, error: Exception) -> JSONResponse:
    log.error("request.fault", route=route_of(request), fault=type(error).__name__, exc_info=error)
    return problem(request, 500, _SENTENCES[500], "fault")


def route_of(request: Request) -> str:
    """The template of the route, for logs and measures: paths may hold what is nobody's business."""
    route = request.scope.get("route")
    return str(getattr(route, "path", "unknown"))
