from pathlib import Path

from fastapi.testclient import TestClient
from pikepdf import Pdf

from tests.api.routes.conftest import FILES, Caller, finished, upload


def blank_pdf(folder: Path) -> Path:
    """A PDF like no other."""
    path = folder / "空白.pdf"
    with Pdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = str(folder)
        document.save(path)
    return path


def test_an_upload_is_answered_at_once_and_read_after(reviewer: TestClient) -> None:
    answer = upload(reviewer, name="锐维")
    assert answer.status_code == 202
    assert answer.headers["location"] == f"/v1/submissions/{answer.json()['id']}"
    view = finished(reviewer, answer.json()["id"])
    assert view["processing"] == "done"
    assert view["name"] == "锐维"
    assert view["verdict"] == "inconsistent"
    assert view["applicant"] == "武汉锐维信息技术股份有限公司"
    assert [file["name"] for file in view["files"]] == ["submission.pdf", "申报书.docx"]
    report = reviewer.get(f"/v1/submissions/{view['id']}/report").json()
    assert report["schema"] == "heyan.report/1"
    assert len(report["pages"]) == 20


def test_the_same_bytes_are_the_same_submission(reviewer: TestClient) -> None:
    first = upload(reviewer)
    again = upload(reviewer, list(reversed(FILES)))
    assert again.status_code == 200
    assert again.json()["id"] == first.json()["id"]


def test_an_idempotency_key_gives_the_same_answer_again(reviewer: TestClient) -> None:
    key = {"Idempotency-Key": "k-1"}
    parts = [("file", (path.name, path.read_bytes())) for path in FILES]
    first = reviewer.post("/v1/submissions", files=parts[1:], headers=key)
    again = reviewer.post("/v1/submissions", files=parts[1:], headers=key)
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.json() == first.json()
    other = reviewer.post("/v1/submissions", files=parts, headers=key)
    assert other.status_code == 422


def test_a_file_of_another_kind_is_refused(reviewer: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "读我.txt"
    path.write_text("x")
    answer = upload(reviewer, [path])
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"
    assert "请提供 PDF" in answer.json()["detail"]


def test_a_damaged_file_ends_as_a_problem_and_no_job_is_stuck(
    reviewer: TestClient, tmp_path: Path
) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    view = finished(reviewer, upload(reviewer, [path]).json()["id"])
    assert view["processing"] == "failed"
    assert view["problem"]["class"] == "DAMAGED"
    assert "坏.pdf" in view["problem"]["message"]


def test_who_is_not_signed_in_sees_nothing(app: TestClient) -> None:
    answer = app.get("/v1/submissions")
    assert answer.status_code == 401
    assert answer.json()["detail"] == "请先登录"


def test_a_reviewer_of_another_city_does_not_know_of_it(caller: Caller, tmp_path: Path) -> None:
    here, there = caller("reviewer", city="武汉市"), caller("reviewer", city="宜昌市")
    submission = upload(here, [blank_pdf(tmp_path)]).json()["id"]
    assert here.get(f"/v1/submissions/{submission}").status_code == 200
    assert there.get(f"/v1/submissions/{submission}").status_code == 404
    assert there.get("/v1/submissions").json()["total"] == 0


def test_the_list_is_filtered_and_read_by_parts(reviewer: TestClient, read: str) -> None:
    wanted = {"q": "锐维 信息", "verdict": "inconsistent", "limit": "1", "sort": "created"}
    ids: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = reviewer.get("/v1/submissions", params={**wanted, **cursor}).json()
        ids += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert read in ids
    assert len(ids) == len(set(ids)) == page["total"]
    assert reviewer.get("/v1/submissions", params={"verdict": "consistent"}).json()["total"] == 0
    assert reviewer.get("/v1/submissions", params={"cursor": "?"}).status_code == 422


def test_only_an_admin_deletes(caller: Caller, reviewer: TestClient, tmp_path: Path) -> None:
    submission = upload(reviewer, [blank_pdf(tmp_path)]).json()["id"]
    assert reviewer.delete(f"/v1/submissions/{submission}").status_code == 403
    assert caller("admin").delete(f"/v1/submissions/{submission}").status_code == 204
    assert reviewer.get(f"/v1/submissions/{submission}").status_code == 404


def test_a_validation_error_says_which_part_is_wrong(reviewer: TestClient) -> None:
    answer = reviewer.get("/v1/submissions", params={"limit": "viele"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "query/limit", "detail": "应为整数"}]
