"""Reads lines of text from a page image; one engine, chosen by name."""

from extractor.ocr.engine import ENGINES, Engine, Recognition, load_engine, runtime_beside

__all__ = ["ENGINES", "Engine", "Recognition", "load_engine", "runtime_beside"]
