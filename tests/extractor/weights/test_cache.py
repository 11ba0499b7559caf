"""The folder of model files and what is in it."""

from pathlib import Path

import pytest

from extractor.weights.cache import home, state_of, weight_path, weights_folder
from extractor.weights.catalogue import LAYOUT, TEXT_DETECTION, weight
from models.errors import EngineError, WeightsCorrupt, WeightsMissing


def test_the_folder_is_the_users_choice_or_the_cache():
    assert home({"HEYAN_HOME": "/data/heyan"}) == Path("/data/heyan")
    assert home({}) == Path.home() / ".cache" / "heyan"
    assert home({"HEYAN_HOME": ""}) == Path.home() / ".cache" / "heyan"
    assert weights_folder(Path("/data")) == Path("/data/weights")


def test_a_missing_file_names_the_command_that_fetches_it(tmp_path):
    with pytest.raises(WeightsMissing, match=f"缺少模型文件 {TEXT_DETECTION}.*heyan weights 获取"):
        weight_path(TEXT_DETECTION, tmp_path)


def test_a_file_that_is_not_fetched_by_default_is_asked_for_by_name(tmp_path):
    with pytest.raises(WeightsMissing, match=f"heyan weights {LAYOUT}"):
        weight_path(LAYOUT, tmp_path)


@pytest.mark.parametrize("size", [10, weight(TEXT_DETECTION).size])
def test_a_file_of_other_content_is_refused_whatever_its_size(tmp_path, size):
    (tmp_path / TEXT_DETECTION).write_bytes(bytes(size))
    assert state_of(weight(TEXT_DETECTION), tmp_path) == "corrupt"
    with pytest.raises(WeightsCorrupt, match="校验值不符"):
        weight_path(TEXT_DETECTION, tmp_path)


def test_both_are_faults_of_ours_not_of_the_input():
    assert issubclass(WeightsMissing, EngineError)
    assert issubclass(WeightsCorrupt, EngineError)
