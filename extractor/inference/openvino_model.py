"""A model run by OpenVINO."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.inference.memory import give_back
from extractor.inference.model import Runtime, Tensor

_SHAPES_KEPT = 3
"""Pages need the detector for A4 upright or lying, at one or two scales; each shape costs 34 MB to
keep and a third of a second to prepare, as long as it runs."""


class OpenVinoModel:
    """A compiled model with one inference request, on the CPU."""

    runtime: Runtime = "openvino"

    def __init__(self, path: Path, threads: int) -> None:
        """Reads and compiles the file for ``threads`` cores."""
        core = _openvino().Core()
        model = core.read_model(str(path))
        self.metadata: Mapping[str, str] = _metadata(model)
        self._request = _compiled(core, model, threads).create_infer_request()
        self._outputs = len(model.outputs)

    def __call__(self, *inputs: Tensor) -> list[NDArray[np.float32]]:
        """The model's outputs, in its order; the next call overwrites them."""
        self._request.infer(list(inputs), share_inputs=True)
        return [self._request.get_output_tensor(index).data for index in range(self._outputs)]


class OpenVinoShapedModel:
    """A model compiled anew for each shape of its one input, and kept for the latest few.

    For large pictures: with a known shape the layers share their memory, which takes a third of
    what they take with any shape.
    """

    runtime: Runtime = "openvino"

    def __init__(self, path: Path, threads: int) -> None:
        """Reads the file; it is compiled when it first runs."""
        self._core = _openvino().Core()
        self._path = path
        self._threads = threads
        self.metadata: Mapping[str, str] = _metadata(self._core.read_model(str(path)))
        self._by_shape: OrderedDict[tuple[int, ...], Any] = OrderedDict()

    def __call__(self, *inputs: Tensor) -> list[NDArray[np.float32]]:
        """The model's outputs, in its order, for its one input."""
        [picture] = inputs
        compiled = self._for_shape(picture.shape)
        request = compiled.create_infer_request()
        request.infer([picture], share_inputs=True)
        outputs = [
            np.array(request.get_output_tensor(index).data)
            for index in range(len(compiled.outputs))
        ]
        # A page's worth of layers is of no use until the next page.
        del request
        compiled.release_memory()
        give_back()
        return outputs

    def _for_shape(self, shape: tuple[int, ...]) -> Any:
        if shape not in self._by_shape:
            while len(self._by_shape) >= _SHAPES_KEPT:
                self._by_shape.popitem(last=False)
            model = self._core.read_model(str(self._path))
            model.reshape(list(shape))
            self._by_shape[shape] = _compiled(self._core, model, self._threads)
        self._by_shape.move_to_end(shape)
        return self._by_shape[shape]


def _openvino() -> Any:
    """The package, imported so that it reports nothing to its makers.

    Importing it sends an event over the network; without its telemetry package it takes a stub
    that does nothing, and there is no other switch.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino


def _compiled(core: Any, model: Any, threads: int) -> Any:
    return core.compile_model(
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


def _metadata(model: Any) -> Mapping[str, str]:
    """What the makers wrote into the file; empty where they wrote nothing."""
    if not model.has_rt_info("framework"):
        return {}
    return {
        key: value.astype(str) for key, value in model.get_rt_info("framework").astype(dict).items()
    }
