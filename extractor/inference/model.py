"""Loads an ONNX model and runs it, with OpenVINO or with ONNX Runtime."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from models.errors import EngineError

Runtime = Literal["openvino", "onnxruntime"]

Tensor = NDArray[np.float32]
"""An array of the shape the model asks for."""


class Model(Protocol):
    """A loaded model; not thread-safe, one per process."""

    runtime: Runtime
    metadata: Mapping[str, str]
    """What the makers wrote into the file: a recogniser's ``character`` list, one a line."""

    def __call__(self, *inputs: Tensor) -> list[NDArray[np.float32]]:
        """The model's outputs, in its order, for its inputs in theirs; valid until the next call."""


def choose_runtime(name: str, machine: str | None = None) -> Runtime:
    """The runtime for ``auto``, ``openvino`` or ``onnxruntime`` on this processor.

    ``auto`` is OpenVINO on x86-64, where it reads the same text more than twice as fast on processors
    of Intel and about as fast on those of AMD, and ONNX Runtime elsewhere.

    Raises:
        EngineError: the name is not one of the three, or the runtime is not installed.
    """
    chosen = name
    if name == "auto":
        x86 = (machine or platform.machine()).lower() in ("x86_64", "amd64")
        chosen = "openvino" if x86 and find_spec("openvino") else "onnxruntime"
    if chosen not in ("openvino", "onnxruntime"):
        raise EngineError(f"没有名为 {name} 的推理引擎，可选 auto、openvino、onnxruntime")
    if find_spec(chosen) is None:
        raise EngineError(f"没有安装 {chosen}，请运行 pip install {chosen} 或改用其他引擎")
    return "openvino" if chosen == "openvino" else "onnxruntime"


def compile_model(
    path: Path, threads: int = 1, runtime: str = "auto", few_shapes: bool = False
) -> Model:
    """The model of an ONNX file, ready to run on ``threads`` cores.

    ``few_shapes`` says that its one input is large and comes in few shapes, which saves memory.

    Raises:
        EngineError: the runtime is unknown or not installed, or the file can't be loaded.
    """
    chosen = choose_runtime(runtime)
    try:
        if chosen == "openvino":
            from extractor.inference.openvino_model import OpenVinoModel, OpenVinoShapedModel

            return (OpenVinoShapedModel if few_shapes else OpenVinoModel)(path, threads)
        from extractor.inference.onnx_model import OnnxRuntimeModel

        return OnnxRuntimeModel(path, threads)
    except Exception as error:  # each runtime raises errors of its own
        raise EngineError(f"模型文件 {path.name} 无法载入，请运行 heyan doctor 查看原因") from error
