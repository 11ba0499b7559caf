"""The OpenAPI description: tags, security, the shape of every error."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.auth.sessions import COOKIE
from api.routes.problems import MEDIA_TYPE, ProblemDetails

TAGS: list[dict[str, Any]] = [
    {"name": "申报材料", "description": "上传、列表、查看、删除"},
    {"name": "续传", "description": "大文件分段上传（tus 1.0）"},
    {"name": "任务", "description": "识别进度"},
    {"name": "页面", "description": "图像、文字、框选重读、类型与顺序"},
    {"name": "字段与核查结果"},
    {"name": "更正", "description": "人工录入的值，永不被机器覆盖"},
    {"name": "复核", "description": "批注、认领、决定"},
    {"name": "版本", "description": "历史与比较"},
    {"name": "导出"},
    {"name": "规则"},
    {"name": "批次"},
    {"name": "审计日志"},
    {"name": "通知", "description": "Webhook（Standard Webhooks 签名）"},
    {"name": "运行"},
]
_OPEN = ("/health/live", "/health/ready", "/metrics")


def describe(app: FastAPI) -> None:
    """Makes the application's description complete; it is built when first asked for."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _description(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description="上传盖章扫描的申报材料，逐项与证明材料核对，由人复核。",
        routes=app.routes,
        tags=TAGS,
    )
    components = schema.setdefault("components", {})
    problem = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
    for name, nested in problem.pop("$defs", {}).items():
        components.setdefault("schemas", {})[name] = nested
    components.setdefault("schemas", {})["ProblemDetails"] = problem
    components["securitySchemes"] = {
        "apiKey": {"type": "http", "scheme": "bearer", "description": "管理员发放的 API 密钥"},
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": COOKIE,
            "description": "浏览器会话；修改时须带 X-CSRF-Token",
        },
    }
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            if path not in _OPEN:
                operation["security"] = [{"apiKey": []}, {"session": []}]
            _as_problems(operation["responses"])
    return schema


def _as_problems(responses: dict[str, Any]) -> None:
    """Validation errors are problems too, not the framework's own shape."""
    invalid = responses.get("422")
    if invalid is not None:
        invalid["content"] = {
            MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}
        }
