from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.routes.conftest import (
    Caller,
    finished,
    key_for,
    service_in,
    serving,
    settings_in,
    upload,
)


def decide(client: TestClient, submission: str, decision: str, **said: Any) -> tuple[int, Any]:
    version = client.get(f"/v1/submissions/{submission}").headers["etag"]
    answer = client.post(
        f"/v1/submissions/{submission}/decisions",
        json={"decision": decision, **said},
        headers={"If-Match": version},
    )
    return answer.status_code, answer.json()


def test_a_submission_is_claimed_returned_reopened_confirmed_and_handed_on(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    other = caller("reviewer", "孙")
    assert decide(reviewer, read, "confirm")[0] == 409
    claimed = reviewer.post(f"/v1/submissions/{read}/claim").json()
    assert (claimed["review"], claimed["claimed_by_name"]) == ("in_review", "赵同志")
    assert other.post(f"/v1/submissions/{read}/claim").status_code == 409
    assert decide(other, read, "confirm")[0] == 403
    assert decide(reviewer, read, "return")[0] == 422
    status, view = decide(reviewer, read, "return", reasons=["缺少备案证明"])
    assert (status, view["review"]) == (201, "returned")
    notice = reviewer.get(f"/v1/submissions/{read}/exports/notice.docx")
    assert notice.content.startswith(b"PK")
    assert decide(reviewer, read, "reopen")[1]["review"] == "in_review"
    assert decide(reviewer, read, "confirm")[1]["review"] == "confirmed"
    locked = reviewer.post(
        f"/v1/submissions/{read}/corrections",
        json={"document": "application_form-1", "key": "application_form.uscc", "accept": True},
        headers={"If-Match": '"0"'},
    )
    assert locked.status_code == 409
    assert decide(reviewer, read, "export")[1]["review"] == "exported"
    steps = reviewer.get(f"/v1/submissions/{read}/decisions").json()["items"]
    assert [each["decision"] for each in steps] == ["return", "reopen", "confirm", "export"]


def test_a_decision_on_a_version_that_is_no_more_is_refused(
    reviewer: TestClient, read: str
) -> None:
    answer = reviewer.post(
        f"/v1/submissions/{read}/decisions",
        json={"decision": "reopen"},
        headers={"If-Match": '"1"'},
    )
    assert answer.status_code == 412


@pytest.fixture(scope="module")
def four_eyes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with serving(settings_in(tmp_path_factory.mktemp("four-eyes"), four_eyes=True)) as client:
        yield client


def test_with_four_eyes_a_second_person_confirms(four_eyes: TestClient, tmp_path: Path) -> None:
    keys = [key_for(service_in(four_eyes), "reviewer", name) for name in ("甲", "乙")]

    def as_(number: int) -> TestClient:
        four_eyes.headers["Authorization"] = f"Bearer {keys[number]}"
        return four_eyes

    submission = upload(as_(0)).json()["id"]
    finished(as_(0), submission)
    as_(0).post(f"/v1/submissions/{submission}/claim")
    status, view = decide(as_(0), submission, "confirm")
    assert (status, view["review"], view["awaiting_second"]) == (201, "in_review", True)
    assert decide(as_(0), submission, "second_confirm")[0] == 403
    assert decide(as_(1), submission, "second_confirm")[1]["review"] == "confirmed"


def test_notes_stay_until_their_writer_removes_them(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    said = {"text": "请核对印章", "file": 0, "page": 1, "box": [0.1, 0.1, 0.2, 0.2]}
    made = reviewer.post(f"/v1/submissions/{read}/notes", json=said).json()
    assert made["by"] == "赵同志"
    assert (
        caller("reviewer").delete(f"/v1/submissions/{read}/notes/{made['id']}").status_code == 403
    )
    listed = reviewer.get(f"/v1/submissions/{read}/notes").json()["items"]
    assert [each["text"] for each in listed] == ["请核对印章"]
    assert reviewer.delete(f"/v1/submissions/{read}/notes/{made['id']}").status_code == 204


def test_the_log_tells_everything_and_is_whole(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    reviewer.post(f"/v1/submissions/{read}/notes", json={"text": "请核对印章"})
    auditor = caller("auditor")
    actions = {
        each["action"]
        for each in auditor.get("/v1/audit-log", params={"limit": 500}).json()["items"]
    }
    assert {"submission.upload", "submission.read", "note.add"} <= actions
    whole = auditor.get("/v1/audit-log/verification").json()
    assert whole["intact"] and whole["entries"] == len(
        auditor.get("/v1/audit-log/export").text.splitlines()
    )
    assert reviewer.get("/v1/audit-log").status_code == 403
