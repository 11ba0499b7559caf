from __future__ import annotations

import base64
from pathlib import Path

from fastapi.testclient import TestClient

from tests.api.routes.conftest import FILES, Caller, finished

TUS = {"Tus-Resumable": "1.0.0"}


def begun(client: TestClient, path: Path) -> str:
    name = base64.b64encode(path.name.encode()).decode()
    size = {"Upload-Length": str(path.stat().st_size), "Upload-Metadata": f"filename {name}"}
    answer = client.post("/v1/uploads", headers={**TUS, **size})
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"]).rpartition("/")[2]


def sent(client: TestClient, upload: str, offset: int, content: bytes) -> int:
    headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    answer = client.patch(f"/v1/uploads/{upload}", headers={**TUS, **headers}, content=content)
    return answer.status_code


def offset_of(client: TestClient, upload: str) -> int:
    answer = client.head(f"/v1/uploads/{upload}", headers=TUS)
    assert answer.status_code == 200
    return int(answer.headers["upload-offset"])


def test_an_upload_that_broke_off_goes_on_where_it_stopped(reviewer: TestClient) -> None:
    uploads = []
    for path in FILES:
        upload, content = begun(reviewer, path), path.read_bytes()
        half = len(content) // 2
        assert sent(reviewer, upload, 0, content[:half]) == 204
        assert offset_of(reviewer, upload) == half
        assert sent(reviewer, upload, half, content[half:]) == 204
        uploads.append(upload)
    answer = reviewer.post("/v1/submissions/from-uploads", json={"uploads": uploads})
    assert answer.status_code == 202, answer.text
    view = finished(reviewer, answer.json()["id"])
    assert [file["name"] for file in view["files"]] == ["submission.pdf", "申报书.docx"]
    assert view["verdict"] == "inconsistent"


def test_what_is_not_complete_is_not_taken(reviewer: TestClient) -> None:
    upload = begun(reviewer, FILES[0])
    assert sent(reviewer, upload, 0, b"%PDF-") == 204
    answer = reviewer.post("/v1/submissions/from-uploads", json={"uploads": [upload]})
    assert answer.status_code == 409


def test_nobody_reaches_anothers_upload(caller: Caller, reviewer: TestClient) -> None:
    upload = begun(reviewer, FILES[0])
    other = caller("uploader")
    assert other.head(f"/v1/uploads/{upload}", headers=TUS).status_code == 404
    assert sent(other, upload, 0, b"x") == 404
    assert offset_of(reviewer, upload) == 0


def test_nothing_is_taken_from_who_is_not_signed_in(app: TestClient, reviewer: TestClient) -> None:
    upload = begun(reviewer, FILES[0])
    assert sent(app, upload, 0, b"x") == 401
    assert offset_of(reviewer, upload) == 0


def test_what_is_no_upload_is_not_found(reviewer: TestClient) -> None:
    for name in ("..", "%2e%2e%2fheyan.sqlite", "a" * 31):
        assert reviewer.head(f"/v1/uploads/{name}", headers=TUS).status_code in (404, 405)
