"""The whole description, tried with made-up requests: whatever is sent, no answer is a 5xx."""

from __future__ import annotations

from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.api.routes.conftest import Caller

_EXAMPLES = 3
_STREAMS = ("streamJob", "streamEvents")
"""They answer for ever."""


def test_the_description_is_complete(app: TestClient) -> None:
    description = app.get("/v1/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    seen = set()
    for path, operations in description["paths"].items():
        for operation in operations.values():
            assert operation["operationId"] not in seen
            seen.add(operation["operationId"])
            assert operation["tags"] and operation["summary"]
            if path.startswith("/v1"):
                assert {"apiKey": []} in operation["security"]
                assert "401" in operation["responses"], path
    assert set(description["components"]["securitySchemes"]) == {"apiKey", "session"}


def _operations(client: TestClient) -> list[tuple[str, Any]]:
    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", client.app)
    found = []
    for result in schema.get_all_operations():
        operation = result.ok()
        found.append((operation.definition.raw["operationId"], operation))
    return found


def _aimed(case: Any, submission: str) -> None:
    """Half of the requests speak of a submission that is there."""
    parameters = case.path_parameters or {}
    if "submission_id" in parameters and len(str(case.body)) % 2 == 0:
        parameters["submission_id"] = submission


def test_no_request_makes_the_service_fail(caller: Caller, read: str) -> None:
    admin = caller("admin")
    key = str(admin.headers["Authorization"])
    for name, operation in _operations(admin):
        if name in _STREAMS:
            continue

        @seed(20260330)
        @settings(
            max_examples=_EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def tried(case: Any) -> None:
            _aimed(case, read)
            case.headers = {**(case.headers or {}), "Authorization": key}
            response = case.call()
            assert response.status_code < 500, f"{case.as_curl_command()} → {response.text}"

        tried()
