"""Runs an ONNX model with OpenVINO or ONNX Runtime; one session per process."""
