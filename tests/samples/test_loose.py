import json
import zipfile
from dataclasses import replace
from pathlib import Path

from extractor.evaluate.truth import load_truth
from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from samples.applicant import draw
from samples.case import Case, Sheet
from samples.loose import write_loose
from samples.planting import expected


def _case() -> Case:
    sheets = (Sheet("cover"), Sheet("toc"), Sheet("business_licence"), Sheet("commitment"))
    return replace(draw(5, "a"), bundle=sheets)


def test_every_page_of_the_truth_is_in_the_file_it_names(tmp_path: Path) -> None:
    case = _case()
    folder = write_loose(tmp_path, case, 1, expected(case), zipped=False)
    truth = load_truth(tmp_path / "a.truth.json")
    assert truth.files == (
        *("1-申报书（盖章扫描件）.jpg", "2-1营业执照.jpg", "7-承诺书.jpg", "申报书.docx"),
    )
    assert {path.name for path in folder.iterdir()} == set(truth.files)
    assert [(page.file, page.number, page.sheet) for page in truth.pages] == [
        (0, 1, "cover"),
        (1, 1, "business_licence"),
        (2, 1, "commitment"),
    ]
    fields = json.loads((tmp_path / "a.truth.json").read_text("utf-8"))["documents"][1]["fields"]
    assert {place["file"] for field in fields for place in field["evidence"]} == {1}


def test_a_zip_of_the_papers_opens_as_a_submission(tmp_path: Path) -> None:
    case = _case()
    path = write_loose(tmp_path, case, 0, expected(case), zipped=True)
    assert path.name == "a.zip"
    assert not (tmp_path / "a").exists()
    with zipfile.ZipFile(path) as packed:
        assert all(entry.date_time[0] == 2026 for entry in packed.infolist())
    files = open_submission(path, Limits(), tmp_path / "scratch")
    assert {Path(file.name).name for file in files} == set(
        load_truth(tmp_path / "a.truth.json").files
    )
