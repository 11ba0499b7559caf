"""What leaves the service: exports, pages as pictures, progress, and what changed."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from fastapi.testclient import TestClient
from pikepdf import Pdf
from PIL import Image

from tests.api.routes.conftest import finished, upload
from tests.api.routes.test_submissions import blank_pdf


def exported(client: TestClient, submission: str, form: str) -> bytes:
    answer = client.get(f"/v1/submissions/{submission}/exports/{form}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def text_of(word: bytes) -> str:
    document = docx.Document(io.BytesIO(word))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize("form", ["opinion.docx", "notice.docx"])
def test_a_letter_names_the_applicant_and_what_is_inconsistent(
    reviewer: TestClient, read: str, form: str
) -> None:
    text = text_of(exported(reviewer, read, form))
    assert "武汉锐维信息技术股份有限公司" in text
    assert "364" in text


def test_the_workbooks_open_and_name_the_applicant(reviewer: TestClient, read: str) -> None:
    for form in ("report.xlsx", "collection.xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(exported(reviewer, read, form)))
        values = {
            cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        }
        assert "武汉锐维信息技术股份有限公司" in values


def test_the_annotated_original_has_every_page_and_notes(reviewer: TestClient, read: str) -> None:
    with Pdf.open(io.BytesIO(exported(reviewer, read, "annotated.pdf"))) as pdf:
        assert len(pdf.pages) >= 19
        notes = [
            str(note.get("/Contents", "")) for page in pdf.pages for note in page.get("/Annots", [])
        ]
    assert any("FIN-07" in note for note in notes)


def test_a_page_comes_as_a_picture_once(reviewer: TestClient, read: str) -> None:
    path = f"/v1/submissions/{read}/pages/0/3/image"
    answer = reviewer.get(path, params={"size": "small"})
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.format == "WEBP"
    assert picture.height > picture.width
    tag = {"If-None-Match": answer.headers["etag"]}
    assert reviewer.get(path, params={"size": "small"}, headers=tag).status_code == 304


def test_the_progress_of_a_job_that_is_done_ends_with_its_verdict(
    reviewer: TestClient, read: str
) -> None:
    job = reviewer.get(f"/v1/submissions/{read}").json()["job"]
    number = job["id"] if isinstance(job, dict) else job
    told: list[tuple[str, Any]] = []
    event = ""
    with reviewer.stream("GET", f"/v1/jobs/{number}/events") as stream:
        for line in stream.iter_lines():
            if line.startswith("event:"):
                event = line.removeprefix("event:").strip()
            elif line.startswith("data:"):
                told.append((event, json.loads(line.removeprefix("data:"))))
    assert told[-1][0] == "done"
    assert told[-1][1]["verdict"] == "inconsistent"


def test_two_revisions_differ_in_what_was_corrected(reviewer: TestClient, read: str) -> None:
    listed = reviewer.get(f"/v1/submissions/{read}/revisions").json()["items"]
    before = max(each["number"] for each in listed)
    answer = reviewer.post(
        f"/v1/submissions/{read}/corrections",
        json={"document": "application_form-1", "key": "application_form.rd_staff", "text": "78"},
        headers={"If-Match": '"0"'},
    )
    assert answer.status_code == 201
    compared = reviewer.get(
        f"/v1/submissions/{read}/comparison", params={"from": before, "to": before + 1}
    ).json()
    (changed,) = compared["fields"]
    assert changed["key"] == "application_form.rd_staff"
    assert "FIN-07" in [finding["rule"] for finding in compared["findings"]]


def test_papers_handed_in_anew_name_those_they_replace(
    reviewer: TestClient, read: str, tmp_path: Path
) -> None:
    anew = upload(reviewer, [blank_pdf(tmp_path)], supersedes=read).json()
    assert anew["supersedes"] == read
    assert finished(reviewer, anew["id"])["supersedes"] == read
