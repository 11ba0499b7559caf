"""Runs an ONNX model with OpenVINO or ONNX Runtime; one session per process."""

from extractor.inference.model import Model, Runtime, choose_runtime, compile_model

__all__ = ["Model", "Runtime", "choose_runtime", "compile_model"]
