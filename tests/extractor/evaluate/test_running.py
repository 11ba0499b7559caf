import json

import cv2
import numpy as np
import pytest

from extractor.evaluate.running import evaluate, sample_of
from extractor.evaluate.writing import check_ending, write_evaluation
from extractor.programmes.programme import load_programme
from extractor.recording import save_reading
from extractor.settings import Settings
from models.document import BoundingBox, Page, TextLine
from models.errors import DamagedFile, UnsupportedFile
from models.extraction import SourceFile
from models.reading import Reading

PRINTED = (
    ("营业执照", 0.40, 0.05, 0.60),
    ("统一社会信用代码", 0.10, 0.15, 0.26),
    ("91420111326209576H", 0.30, 0.15, 0.55),
    ("名称", 0.10, 0.25, 0.16),
    ("武汉璟合工业智能有限公司", 0.30, 0.25, 0.55),
    ("法定代表人", 0.10, 0.35, 0.22),
    ("袁雨桐", 0.30, 0.35, 0.40),
    ("登记机关", 0.60, 0.80, 0.70),
)


def line(text, left, top, right):
    box = BoundingBox(left=left, top=top, right=right, bottom=top + 0.02)
    return TextLine(text=text, box=box, confidence=0.99, confidences=(0.99,) * len(text))


def true_field(name, value, kind="text", box=(0.30, 0.25, 0.55, 0.27)):
    place = {"file": 0, "page": 1, "box": box}
    return {"key": f"business_licence.{name}", "kind": kind, "value": value, "evidence": [place]}


@pytest.fixture
def samples(tmp_path):
    """One sample of one licence, recorded; the truth says another name than the paper."""
    folder = tmp_path / "licence"
    folder.mkdir()
    cv2.imwrite(str(folder / "page.png"), np.full((700, 500, 3), 255, dtype=np.uint8))
    file = SourceFile(name="page.png", sha256="0", media_type="image/png", pages=1)
    page = Page(
        file=0, number=1, width=500, height=700, lines=tuple(line(*each) for each in PRINTED)
    )
    reading = Reading(
        name="licence", files=(file,), pages=(page,), engine="test", seconds={"ocr": 2.0}
    )
    save_reading(reading, tmp_path / "licence.readings.json.gz")
    truth = {
        "schema": "heyan.truth/1",
        "name": "licence",
        "seed": 7,
        "difficulty": 2,
        "files": ["page.png"],
        "pages": [{"file": 0, "number": 1, "sheet": "business_licence", "turned": 0,
                   "kind": "business_licence", "seals": []}],
        "documents": [
            {
                "id": "business_licence-1",
                "kind": "business_licence",
                "pages": [{"file": 0, "number": 1}],
                "fields": [
                    true_field("name", "武汉璟台工业智能有限公司"),
                    true_field("uscc", "91420111326209576H", "identifier", (0.3, 0.15, 0.55, 0.17)),
                    true_field("term", None, "day"),
                ],
            }
        ],
        "findings": {
            "must": [{"rule": "M-01", "outcomes": ["missing"]},
                     {"rule": "X-99", "outcomes": ["failed"]}],
            "must_not": ["M-03"],
            "may": ["M-04"],
        },
    }  # fmt: skip
    (tmp_path / "licence.truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return tmp_path


@pytest.fixture
def evaluation(samples):
    settings = Settings(engine="recorded", home=samples)
    return evaluate(samples, settings, load_programme("hubei-2025"), lambda *_: None)


def test_a_recorded_sample_is_read_extracted_and_compared(evaluation):
    counts = evaluation.counts

    assert counts.by_key["business_licence.uscc"].right == 1
    assert counts.by_key["business_licence.name"].right == 0
    assert counts.by_key["business_licence.term"].rightly_empty == 1
    assert counts.by_difficulty["2"].stated == 2
    assert (counts.pages.kind_right, counts.pages.turn_right) == (1, 1)
    assert evaluation.speed.seconds_per_page["ocr"] == 2.0
    assert evaluation.speed.pages_per_minute is None


def test_planted_rules_are_found_or_not_and_a_rule_that_does_not_exist_is_not(evaluation):
    rules = {rule.rule: rule for rule in evaluation.counts.rules}

    assert (rules["M-01"].planted, rules["M-01"].found) == (1, 1)
    assert (rules["X-99"].planted, rules["X-99"].found, rules["X-99"].runs) == (1, 0, 0)


def test_the_worst_results_are_shown_with_their_crops(samples, evaluation):
    write_evaluation(evaluation, samples, samples / "out.html")

    page = (samples / "out.html").read_text(encoding="utf-8")

    assert "武汉璟台工业智能有限公司" in page
    assert '<img src="data:image/' in page
    assert "<circle" in page


def test_the_markdown_and_the_json_say_the_same(samples, evaluation):
    write_evaluation(evaluation, samples, samples / "out.md")
    write_evaluation(evaluation, samples, samples / "out.json")

    counts = json.loads((samples / "out.json").read_text(encoding="utf-8"))["counts"]["fields"]
    row = next(
        row
        for row in (samples / "out.md").read_text(encoding="utf-8").splitlines()
        if row.startswith("| **all**")
    )

    cells = [cell.strip(" *") for cell in row.split("|")[2:6]]
    assert cells == [
        str(counts[name]) for name in ("wrong_sure", "right", "missing", "wrong_doubtful")
    ]


def test_a_folder_without_truth_and_truth_without_a_sample_are_refused(tmp_path, samples):
    empty = samples / "empty"
    empty.mkdir()
    with pytest.raises(DamagedFile):
        evaluate(empty, Settings(), load_programme("hubei-2025"), lambda *_: None)
    with pytest.raises(DamagedFile):
        sample_of(samples / "absent.truth.json")


def test_an_unknown_ending_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(UnsupportedFile):
        check_ending(tmp_path / "out.xlsx")
