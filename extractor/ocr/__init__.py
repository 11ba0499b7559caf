"""Reads lines of text from a page image; one engine, chosen by name."""

from extractor.ocr.engine import ENGINES, Engine, Recognition, load_engine

__all__ = ["ENGINES", "Engine", "Recognition", "load_engine"]
