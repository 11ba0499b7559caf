from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.routes.conftest import Caller, finished

FORM = "application_form-1"


def correct(
    client: TestClient, submission: str, key: str, version: int, **said: Any
) -> tuple[int, Any]:
    document = said.pop("document", FORM)
    answer = client.post(
        f"/v1/submissions/{submission}/corrections",
        json={"document": document, "key": key, **said},
        headers={"If-Match": f'"{version}"'},
    )
    return answer.status_code, answer.json()


def field(client: TestClient, submission: str, key: str, document: str = FORM) -> Any:
    answer = client.get(f"/v1/submissions/{submission}/documents/{document}/fields/{key}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == f'"{answer.json()["version"]}"'
    return answer.json()


def outcome(client: TestClient, submission: str, rule: str) -> str:
    found = client.get(f"/v1/submissions/{submission}/findings", params={"rule": rule}).json()
    said: str = found["items"][0]["finding"]["outcome"]
    return said


def test_a_corrected_value_changes_its_finding_at_once(reviewer: TestClient, read: str) -> None:
    assert outcome(reviewer, read, "FIN-07") == "failed"
    status, saved = correct(reviewer, read, "application_form.rd_staff", 0, text="78 人")
    assert status == 201, saved
    assert saved["understood"] == "78"
    assert saved["field"]["field"]["status"] == "sure"
    assert saved["field"]["field"]["machine"]["value"] == "364"
    assert saved["field"]["corrected"]["by"] == "赵同志"
    assert [each["rule"] for each in saved["findings"]][:1] == ["FIN-07"]
    assert outcome(reviewer, read, "FIN-07") == "passed"
    report = reviewer.get(f"/v1/submissions/{read}/report").json()
    stated = report["documents"][0]["fields"]
    value = next(each for each in stated if each["key"] == "application_form.rd_staff")
    assert value["value"] == "78"
    assert value["evidence"][0]["source"] == "reviewer"


def test_of_two_people_who_save_the_same_field_one_sees_the_others_value(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    other = caller("reviewer", "钱")
    key = "application_form.revenue"
    seen = field(reviewer, read, key)["version"]
    assert field(other, read, key)["version"] == seen
    assert correct(other, read, key, seen, text="27887.44")[0] == 201
    status, refused = correct(reviewer, read, key, seen, text="32061.9314")
    assert status == 412
    assert refused["current"] == "278874400.00"
    assert refused["by"] == "钱同志"
    assert "钱同志" in refused["detail"]
    assert field(reviewer, read, key)["field"]["value"] == "278874400.00"
    assert correct(reviewer, read, key, refused["version"], text="32061.9314")[0] == 201


def test_two_people_may_save_different_fields(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    other = caller("reviewer")
    assert correct(other, read, "application_form.contact_name", 0, text="李四")[0] == 201
    assert correct(reviewer, read, "application_form.address", 0, text="武汉市青年路1号")[0] == 201
    assert field(reviewer, read, "application_form.contact_name")["field"]["value"] == "李四"
    assert field(reviewer, read, "application_form.address")["field"]["value"] == "武汉市青年路1号"


def test_what_cannot_be_understood_is_refused_with_what_is_asked(
    reviewer: TestClient, read: str
) -> None:
    status, refused = correct(reviewer, read, "application_form.staff_total", 0, text="很多")
    assert status == 422
    assert "员工总数" in refused["detail"] and "整数" in refused["detail"]
    assert field(reviewer, read, "application_form.staff_total")["version"] == 0


def test_a_save_without_the_version_seen_is_refused(reviewer: TestClient, read: str) -> None:
    answer = reviewer.post(
        f"/v1/submissions/{read}/corrections",
        json={"document": FORM, "key": "application_form.uscc", "accept": True},
    )
    assert answer.status_code == 428


def test_a_correction_taken_back_leaves_the_machines_value(reviewer: TestClient, read: str) -> None:
    key = "application_form.ai_revenue"
    before = field(reviewer, read, key)
    _, saved = correct(reviewer, read, key, before["version"], text="1 万元")
    answer = reviewer.delete(
        f"/v1/submissions/{read}/corrections/{saved['id']}",
        headers={"If-Match": f'"{saved["field"]["version"]}"'},
    )
    assert answer.status_code == 200
    after = field(reviewer, read, key)
    assert after["field"] == before["field"]
    assert after["version"] == saved["field"]["version"] + 1
    history = reviewer.get(f"/v1/submissions/{read}/corrections").json()["items"]
    steps = [(each["value"], each["withdrawn"]) for each in history if each["key"] == key]
    assert steps == [("10000.00", False), (None, True)]


def test_a_doubtful_value_that_is_accepted_is_sure(reviewer: TestClient, read: str) -> None:
    asked = {"status": "doubtful"}
    listed = reviewer.get(f"/v1/submissions/{read}/documents", params=asked).json()["items"]
    before = next(field for document in listed for field in document["fields"])
    document, key = before["document"], before["field"]["key"]
    status, saved = correct(reviewer, read, key, 0, document=document, accept=True)
    assert status == 201
    after = saved["field"]["field"]
    assert (after["status"], after["value"]) == ("sure", before["field"]["value"])


def test_a_preview_saves_nothing(reviewer: TestClient, read: str) -> None:
    body = {"document": FORM, "key": "application_form.rd_cost", "text": "2,000"}
    answer = reviewer.post(f"/v1/submissions/{read}/corrections/preview", json=body)
    assert answer.json() == {"value": "20000000.00", "shown": "2,000 万元"}
    assert field(reviewer, read, "application_form.rd_cost")["version"] == 0


def test_an_uploader_may_not_correct(caller: Caller, read: str) -> None:
    status, _ = correct(caller("uploader"), read, "application_form.uscc", 0, accept=True)
    assert status == 403


@pytest.mark.parametrize("said", [{}, {"text": "1", "accept": True}, {"accept": True, "box": []}])
def test_a_correction_says_exactly_one_thing(
    reviewer: TestClient, read: str, said: dict[str, Any]
) -> None:
    assert correct(reviewer, read, "application_form.uscc", 0, **said)[0] == 422


def test_a_page_of_another_kind_is_understood_anew_and_human_values_stay(
    reviewer: TestClient, read: str
) -> None:
    assert correct(reviewer, read, "application_form.principal_name", 0, text="王二")[0] == 201
    listed = reviewer.get(f"/v1/submissions/{read}/pages").json()["items"]
    page = next(each for each in listed if each["kind"] == "business_licence")
    change = {"file": page["file"], "number": page["number"], "version": 0, "kind": "other"}
    address = f"/v1/submissions/{read}/page-changes"
    answer = reviewer.post(address, json={"changes": [change]})
    assert answer.status_code == 202
    assert finished(reviewer, read)["processing"] == "done"
    pages = reviewer.get(f"/v1/submissions/{read}/pages").json()["items"]
    changed = next(each for each in pages if each["number"] == page["number"])
    assert (changed["kind"], changed["by_person"], changed["version"]) == ("other", True, 1)
    assert outcome(reviewer, read, "M-03") == "missing"
    kept = field(reviewer, read, "application_form.principal_name")["field"]
    assert (kept["value"], kept["evidence"][0]["source"]) == ("王二", "reviewer")
    again = reviewer.post(address, json={"changes": [change]})
    assert again.status_code == 412
