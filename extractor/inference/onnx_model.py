"""A model run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractor.inference.model import Runtime, Tensor


class OnnxRuntimeModel:
    """A session on the CPU."""

    runtime: Runtime = "onnxruntime"

    def __init__(self, path: Path, threads: int) -> None:
        """Loads the file for ``threads`` cores."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Every line has another width: the arena would keep the largest of each for ever.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._inputs = [each.name for each in self._session.get_inputs()]
        self._outputs = [each.name for each in self._session.get_outputs()]
        self.metadata: Mapping[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)

    def __call__(self, *inputs: Tensor) -> list[NDArray[np.float32]]:
        """The model's outputs, in its order."""
        outputs: list[NDArray[np.float32]] = self._session.run(
            self._outputs, dict(zip(self._inputs, inputs, strict=True))
        )
        return outputs
