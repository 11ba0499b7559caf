"""Reads every picture of a folder with one OCR program and prints what it read and how long it took.

Run by the Python of the peers' own environment, so it imports nothing of this project::

    python peer.py NAME FOLDER SCRATCH

prints one line of JSON: ``{"seconds": all pages after a warm-up, "texts": {file name: text}}``.
Every program runs as its own documentation starts it: one process, its default threads.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

Read = Callable[[Path], str]


def rapidocr(scratch: Path) -> Read:
    """RapidOCR with its defaults: ONNX Runtime."""
    engine = importlib.import_module("rapidocr").RapidOCR(params={"Global.log_level": "error"})
    return lambda path: "\n".join(engine(str(path)).txts or ())


def rapidocr_openvino(scratch: Path) -> Read:
    """RapidOCR with every model run by OpenVINO."""
    package = importlib.import_module("rapidocr")
    openvino = package.EngineType.OPENVINO
    engine = package.RapidOCR(
        params={
            "Global.log_level": "error",
            **{f"{part}.engine_type": openvino for part in ("Det", "Cls", "Rec")},
        }
    )
    return lambda path: "\n".join(engine(str(path)).txts or ())


def paddleocr(scratch: Path) -> Read:
    """PaddleOCR on ONNX Runtime, with the models RapidOCR brings: its own need a download."""
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    detection, recognition = _paddle_models(scratch)
    engine = importlib.import_module("paddleocr").PaddleOCR(
        engine="onnxruntime",
        text_detection_model_name="PP-OCRv6_small_det",
        text_detection_model_dir=str(detection),
        text_recognition_model_name="PP-OCRv6_small_rec",
        text_recognition_model_dir=str(recognition),
        use_doc_orientation_classify=False,
        use_doc_unwarping=False,
        use_textline_orientation=False,
    )
    return lambda path: "\n".join(engine.predict(str(path))[0]["rec_texts"])


def tesseract(scratch: Path) -> Read:
    """Tesseract with simplified Chinese and English, one call a page."""
    program = shutil.which("tesseract") or "tesseract"

    def read(path: Path) -> str:
        command = [program, str(path), "stdout", "-l", "chi_sim+eng"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    return read


PEERS: dict[str, Callable[[Path], Read]] = {
    "rapidocr": rapidocr,
    "rapidocr-openvino": rapidocr_openvino,
    "paddleocr": paddleocr,
    "tesseract": tesseract,
}


def _paddle_models(scratch: Path) -> tuple[Path, Path]:
    """Folders of the two models as PaddleOCR wants them: ``inference.onnx`` and ``inference.yml``."""
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise SystemExit("rapidocr is not installed beside paddleocr")
    models = Path(spec.origin).parent / "models"
    session = importlib.import_module("onnxruntime").InferenceSession(
        str(models / "PP-OCRv6_rec_small.onnx"), providers=["CPUExecutionProvider"]
    )
    characters = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    configurations = {"det": DETECTION, "rec": recognition_of(characters)}
    folders = []
    for part, configuration in configurations.items():
        folder = scratch / f"paddle-{part}"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(models / f"PP-OCRv6_{part}_small.onnx", folder / "inference.onnx")
        # YAML reads JSON.
        (folder / "inference.yml").write_text(json.dumps(configuration), encoding="utf-8")
        folders.append(folder)
    return folders[0], folders[1]


DETECTION: dict[str, Any] = {
    "Global": {"model_name": "PP-OCRv6_small_det"},
    "PreProcess": {
        "transform_ops": [
            {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
            {"DetResizeForTest": {"resize_long": 960}},
            {
                "NormalizeImage": {
                    "mean": [0.485, 0.456, 0.406],
                    "std": [0.229, 0.224, 0.225],
                    "scale": "1./255.",
                    "order": "hwc",
                }
            },
            {"ToCHWImage": None},
            {"KeepKeys": {"keep_keys": ["image", "shape"]}},
        ]
    },
    "PostProcess": {
        "name": "DBPostProcess",
        "thresh": 0.3,
        "box_thresh": 0.6,
        "max_candidates": 1000,
        "unclip_ratio": 1.5,
    },
}
"""What ``inference.yml`` says in PaddleOCR's own release of the model."""


def recognition_of(characters: list[str]) -> dict[str, Any]:
    """The recogniser's ``inference.yml`` as PaddleOCR's own release has it."""
    return {
        "Global": {"model_name": "PP-OCRv6_small_rec"},
        "PreProcess": {
            "transform_ops": [
                {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
                {"RecResizeImg": {"image_shape": [3, 48, 320]}},
                {"KeepKeys": {"keep_keys": ["image"]}},
            ]
        },
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": characters},
    }


def main() -> None:
    """Reads the first page to warm up, then all of them against the clock."""
    name, folder, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    pages = sorted(folder.glob("*.png"))
    read = PEERS[name](scratch)
    read(pages[0])
    started = perf_counter()
    texts = {page.name: read(page) for page in pages}
    print("\n" + json.dumps({"seconds": perf_counter() - started, "texts": texts}))


if __name__ == "__main__":
    main()
