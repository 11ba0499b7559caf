"""The typed data everyone speaks: documents, extractions, findings. Not neural networks."""
