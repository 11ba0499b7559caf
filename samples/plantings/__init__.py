"""What can be planted: one module per part of a submission, each with ``PLANTINGS``."""
