from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.routes.pages import as_turned
from tests.api.routes.conftest import Caller


def page_of(client: TestClient, submission: str, number: int) -> dict[str, Any]:
    found = client.get(f"/v1/submissions/{submission}/pages").json()["items"]
    return next(dict(each) for each in found if (each["file"], each["number"]) == (0, number))


def turn(client: TestClient, submission: str, number: int, **body: int) -> Any:
    return client.put(f"/v1/submissions/{submission}/pages/0/{number}/turn", json=body)


def test_a_turned_page_is_turned_for_everybody_and_nothing_else_changes(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    before = reviewer.get(f"/v1/submissions/{read}/report").json()
    answer = turn(reviewer, read, 3, turn=90, version=0)
    assert answer.json() == {"file": 0, "number": 3, "turn": 90, "version": 1}
    seen = page_of(caller("reviewer"), read, 3)
    assert (seen["turn"], seen["version"], seen["turned"]) == (90, 1, 0)
    assert not seen["by_person"]
    assert reviewer.get(f"/v1/submissions/{read}/report").json() == before
    told = caller("auditor").get("/v1/audit-log", params={"limit": 50}).json()["items"]
    [entry] = [each for each in told if each["action"] == "page.turn"]
    assert (entry["subject"], entry["before"], entry["after"]) == (
        f"{read}/0/3",
        {"turn": 0},
        {"turn": 90},
    )


def test_who_has_not_seen_the_last_turn_is_told_of_it(reviewer: TestClient, read: str) -> None:
    assert turn(reviewer, read, 4, turn=180, version=0).status_code == 200
    answer = turn(reviewer, read, 4, turn=90, version=0)
    assert answer.status_code == 412
    assert answer.json()["current"]["turn"] == 180
    assert answer.json()["detail"].startswith("赵同志已先调整了这一页")


def test_what_is_no_page_or_no_quarter_is_refused(
    caller: Caller, reviewer: TestClient, read: str
) -> None:
    assert turn(reviewer, read, 999, turn=90, version=0).status_code == 404
    assert turn(reviewer, read, 5, turn=45, version=0).status_code == 422
    assert turn(caller("auditor"), read, 5, turn=90, version=0).status_code == 403


@pytest.mark.parametrize(
    ("degrees", "corner"),
    [
        (0, (0.1, 0.2, 0.4, 0.3)),
        (90, (0.7, 0.1, 0.8, 0.4)),
        (180, (0.6, 0.7, 0.9, 0.8)),
        (270, (0.2, 0.6, 0.3, 0.9)),
    ],
)
def test_a_box_lies_where_it_lay_before_the_page_was_turned(
    degrees: int, corner: tuple[float, float, float, float]
) -> None:
    turned = as_turned((0.1, 0.2, 0.4, 0.3), degrees)
    assert (turned.left, turned.top, turned.right, turned.bottom) == pytest.approx(corner)
