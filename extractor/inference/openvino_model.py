"""A model run by OpenVINO."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.inference.model import Runtime, Tensor


class OpenVinoModel:
    """A compiled model with one inference request, on the CPU."""

    runtime: Runtime = "openvino"

    def __init__(self, path: Path, threads: int) -> None:
        """Reads and compiles the file for ``threads`` cores."""
        core = _openvino().Core()
        model = core.read_model(str(path))
        self.metadata: Mapping[str, str] = _metadata(model)
        compiled = core.compile_model(
            model,
            "CPU",
            {
                "INFERENCE_NUM_THREADS": threads,
                "NUM_STREAMS": 1,
                "PERFORMANCE_HINT": "LATENCY",
                # Processors with AMX or AVX-512 BF16 would otherwise round to 16 bits, and read
                # something else than the processor beside them.
                "INFERENCE_PRECISION_HINT": "f32",
                # Several workers share the cores; pinned, they would all sit on the first ones.
                "ENABLE_CPU_PINNING": False,
            },
        )
        self._request = compiled.create_infer_request()
        self._outputs = len(compiled.outputs)

    def __call__(self, *inputs: Tensor) -> list[NDArray[np.float32]]:
        """The model's outputs, in its order; the next call overwrites them."""
        self._request.infer(list(inputs), share_inputs=True)
        return [self._request.get_output_tensor(index).data for index in range(self._outputs)]


def _openvino() -> Any:
    """The package, imported so that it reports nothing to its makers.

    Importing it sends an event over the network; without its telemetry package it takes a stub
    that does nothing, and there is no other switch.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino


def _metadata(model: Any) -> Mapping[str, str]:
    """What the makers wrote into the file; empty where they wrote nothing."""
    if not model.has_rt_info("framework"):
        return {}
    return {
        key: value.astype(str) for key, value in model.get_rt_info("framework").astype(dict).items()
    }
