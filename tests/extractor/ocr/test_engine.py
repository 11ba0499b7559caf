"""Choosing an engine by name."""

import pytest

from extractor.inference import choose_runtime
from extractor.ocr import ENGINES, load_engine, runtime_beside
from models.errors import EngineError, WeightsMissing


def test_an_unknown_name_says_which_there_are(tmp_path):
    with pytest.raises(EngineError, match="可选 auto、openvino、onnxruntime、paddle、transformers"):
        load_engine("tesseract", tmp_path)


@pytest.mark.parametrize("name", ["auto", "openvino", "onnxruntime"])
def test_without_weights_the_command_is_named(tmp_path, name):
    with pytest.raises(WeightsMissing, match="heyan weights"):
        load_engine(name, tmp_path)


@pytest.mark.parametrize("name", ["paddle", "transformers"])
def test_an_engine_of_the_users_own_says_what_is_missing(tmp_path, name):
    with pytest.raises(EngineError, match=rf"没有安装 {name}|{name} 引擎需要自备模型"):
        load_engine(name, tmp_path)


def test_every_engine_is_offered_by_name():
    assert ENGINES[0] == "auto"
    assert len(set(ENGINES)) == len(ENGINES)


@pytest.mark.parametrize("name", ENGINES)
def test_the_models_beside_any_engine_have_a_runtime(name):
    assert choose_runtime(runtime_beside(name)) in ("openvino", "onnxruntime")
