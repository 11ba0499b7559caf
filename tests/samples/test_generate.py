import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.evaluate.truth import load_truth
from models.document import DOCUMENT_KINDS
from samples.applicant import draw
from samples.case import Case, Sheet
from samples.generate import generate, write
from samples.planting import expected


def _short(*kinds: str) -> Case:
    return replace(draw(5, "a"), bundle=tuple(Sheet(kind) for kind in kinds))


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("difficulty", [0, 3])
def test_the_same_case_gives_the_same_bytes(tmp_path: Path, difficulty: int) -> None:
    case = _short("cover", "commitment")
    for name in ("first", "second"):
        write(tmp_path / name, case, difficulty, expected(case))
    first, second = _digests(tmp_path / "first"), _digests(tmp_path / "second")
    assert first == second
    assert set(first) == {"a/submission.pdf", "a/申报书.docx", "a.truth.json"}


def test_the_truth_names_kinds_of_the_contract_and_boxes_on_the_page(tmp_path: Path) -> None:
    case = _short("cover", "business_licence", "a107012", "commitment")
    write(tmp_path, case, 1, expected(case))
    truth = json.loads((tmp_path / "a.truth.json").read_text("utf-8"))
    assert load_truth(tmp_path / "a.truth.json").files == ("submission.pdf", "申报书.docx")
    assert {page["kind"] for page in truth["pages"]} <= set(DOCUMENT_KINDS)
    fields = {
        field["key"]: field for document in truth["documents"] for field in document["fields"]
    }
    assert fields["business_licence.uscc"]["value"] == case.licence.uscc
    assert fields["a107012.row_40"]["value"] == f"{case.a107012.rows['40']:f}"
    assert fields["commitment.signed"]["value"] == "yes"
    places = [place for field in fields.values() for place in field["evidence"]]
    assert places
    for place in places:
        left, top, right, bottom = place["box"]
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1


def test_a_lost_page_is_neither_bound_nor_in_the_truth(tmp_path: Path) -> None:
    case = _short("cover", "unit_table")
    lost = replace(case, pages_lost=frozenset({("unit_table", 1)}))
    write(tmp_path, lost, 0, expected(lost))
    truth = json.loads((tmp_path / "a.truth.json").read_text("utf-8"))
    assert [page["sheet"] for page in truth["pages"]] == ["cover"]


def test_an_unknown_planting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        generate(tmp_path, 1, 1, 0, planting="nonsense")
