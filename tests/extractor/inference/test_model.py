"""Loading models and choosing what runs them."""

import subprocess
import sys

import numpy as np
import pytest

from extractor.inference import choose_runtime, compile_model
from extractor.weights import home, weight_path, weights_folder
from extractor.weights.catalogue import ORIENTATION, TEXT_DETECTION, TEXT_RECOGNITION
from models.errors import EngineError


def test_the_runtime_named_is_the_one_taken():
    assert choose_runtime("onnxruntime", "x86_64") == "onnxruntime"
    assert choose_runtime("openvino", "x86_64") == "openvino"


@pytest.mark.parametrize(
    ("machine", "runtime"),
    [("x86_64", "openvino"), ("AMD64", "openvino"), ("aarch64", "onnxruntime")],
)
def test_auto_is_openvino_on_x86_only(machine, runtime):
    assert choose_runtime("auto", machine) == runtime


def test_an_unknown_runtime_says_which_there_are():
    with pytest.raises(EngineError, match="可选 auto、openvino、onnxruntime"):
        choose_runtime("tensorflow")


@pytest.mark.parametrize("runtime", ["openvino", "onnxruntime"])
def test_a_file_that_is_no_model_is_a_fault_of_ours(tmp_path, runtime):
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"not a model")
    with pytest.raises(EngineError, match=r"broken\.onnx 无法载入"):
        compile_model(path, runtime=runtime)


def test_openvino_is_imported_without_its_telemetry(tmp_path):
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"")
    code = (
        "import sys; from pathlib import Path\n"
        "from extractor.inference import compile_model\n"
        "from models.errors import EngineError\n"
        "try: compile_model(Path(sys.argv[1]), runtime='openvino')\n"
        "except EngineError: pass\n"
        "assert 'openvino' in sys.modules\n"
        "assert not [name for name in sys.modules if name.startswith('openvino_telemetry.')]\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


@pytest.fixture(scope="module")
def weights():
    return weights_folder(home())


@pytest.mark.ocr
def test_both_runtimes_give_the_same_answer_and_the_makers_notes(weights):
    path = weight_path(ORIENTATION, weights)
    picture = np.random.default_rng(0).random((1, 3, 224, 224), dtype=np.float32)
    models = [compile_model(path, runtime=runtime) for runtime in ("openvino", "onnxruntime")]
    assert [model.runtime for model in models] == ["openvino", "onnxruntime"]
    first, second = (model(picture)[0] for model in models)
    assert first.shape == (1, 4)
    np.testing.assert_allclose(first, second, atol=1e-4)
    for model in models:
        assert model.metadata["character"].split("\n") == ["0", "90", "180", "270"]


@pytest.mark.ocr
def test_a_model_of_few_shapes_gives_the_same_answer_for_each(weights):
    path = weight_path(TEXT_DETECTION, weights)
    any_shape = compile_model(path, runtime="openvino")
    few = compile_model(path, runtime="openvino", few_shapes=True)
    random = np.random.default_rng(0)
    for height, width in [(96, 64), (64, 96), (128, 64), (96, 64)]:
        picture = random.random((1, 3, height, width), dtype=np.float32)
        [answer] = few(picture)
        assert answer.shape == (1, 1, height, width)
        np.testing.assert_allclose(answer, any_shape(picture)[0], atol=1e-4)


@pytest.mark.ocr
def test_the_recogniser_knows_its_characters(weights):
    for runtime in ("openvino", "onnxruntime"):
        model = compile_model(weight_path(TEXT_RECOGNITION, weights), runtime=runtime)
        characters = model.metadata["character"].split("\n")
        assert len(characters) == 18_708
        assert {"元", "研", "0", "9", "."} <= set(characters)
