"""Names what decides how a page is read and what is taken from it, so that stored work stays true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extractor
import models
from extractor.inference.model import choose_runtime
from extractor.ocr.engine import ENGINES
from extractor.weights.catalogue import DEFAULT_WEIGHTS

READING = (
    "codes",
    "imaging",
    "inference",
    "intake",
    "layout",
    "ocr",
    "seals",
    "values",
    "page_pictures.py",
    "page_reading.py",
)
"""What of the extractor has a say in what is read from a page."""
EXTRACTING = (*READING, "documents", "forms", "pipeline.py", "recognise", "reconcile")
"""What has a say in the fields, once the pages are read. Rules have none."""
PAGE_MODELS = ("box.py", "document.py")
MODELS = (*PAGE_MODELS, "extraction.py", "reading.py")
LIBRARIES = (
    "numpy",
    "onnxruntime",
    "opencv-contrib-python",
    "openvino",
    "paddleocr",
    "paddlex",
    "pdfplumber",
    "pillow",
    "pypdfium2",
    "python-docx",
    "zxing-cpp",
)
"""Distributions whose version changes what is read."""
_SOURCES = {".py", ".json", ".toml"}


@lru_cache
def reading_edition(engine: str) -> str:
    """What reads pages here: package version and a hash of code, libraries, weights and engine.

    Raises:
        EngineError: no engine has that name, or it is not installed.
    """
    runtime = choose_runtime(engine) if engine in ("auto", *ENGINES[1:3]) else engine
    weights = (f"{each.name}={each.sha256}" for each in DEFAULT_WEIGHTS)
    libraries = (f"{name}={_version(name)}" for name in LIBRARIES)
    return _named(READING, PAGE_MODELS, (runtime, *weights, *libraries))


@lru_cache
def extracting_edition() -> str:
    """What turns pages into fields here."""
    return _named(EXTRACTING, MODELS, ())


@lru_cache
def checking_edition() -> str:
    """What turns fields into a report here: the rules, the notices, and all they rest on."""
    return _named((".",), (".",), ())


def _named(parts: Iterable[str], typed: Iterable[str], facts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for fact in facts:
        digest.update(f"{fact}\n".encode())
    code, data = Path(extractor.__file__).parent, Path(models.__file__).parent
    for path in (*(code / part for part in parts), *(data / name for name in typed)):
        for source in sorted(_sources(path)):
            digest.update(f"{source.name}\n".encode() + source.read_bytes())
    return f"{version('heyan')}-{digest.hexdigest()[:12]}"


def _sources(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return (each for each in path.rglob("*") if each.suffix in _SOURCES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
