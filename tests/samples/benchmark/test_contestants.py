import sys

import pytest

from models.errors import EngineError
from samples.benchmark.contestants import Contestant, contestants, run

MIB = 1 << 20
READER = f"""
import json, sys, time
held = b"x" * (80 * {MIB})
time.sleep(1)
print("a library's notice")
print(json.dumps({{"seconds": 2.0, "texts": {{"1.png": sys.argv[1]}}}}))
"""


def test_a_run_has_its_seconds_its_texts_and_its_memory(tmp_path):
    done = run(Contestant("one", (sys.executable, "-c", READER)), tmp_path / "pages", tmp_path)

    assert done.seconds == 2.0
    assert done.texts == {"1.png": str(tmp_path / "pages")}
    assert done.peak_mib > 80


def test_a_program_that_fails_is_named_with_its_last_words(tmp_path):
    failing = Contestant("two", (sys.executable, "-c", "raise SystemExit('no model')"))

    with pytest.raises(EngineError, match="two.*no model"):
        run(failing, tmp_path, tmp_path)


def test_this_pipeline_comes_first_and_peers_only_with_their_environment(tmp_path):
    alone = [each.name for each in contestants(None, workers=2)]
    beside = [each.name for each in contestants(tmp_path / "python", workers=2)]

    assert alone[:2] == ["heyan, openvino", "heyan, onnxruntime"]
    assert not any(name.startswith("RapidOCR") for name in alone)
    assert "PaddleOCR, ONNX Runtime" in beside
