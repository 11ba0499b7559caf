"""Readings kept in a file: replayed where the engine is not what is being tested."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from models.errors import DamagedFile
from models.reading import Reading

SUFFIX = ".readings.json.gz"
_DECIMALS = 5
"""Of fractions of a page: a hundredth of a pixel at 200 dpi."""


def recording_of(path: Path) -> Path:
    """Where the recorded reading of a submission lies: beside it, under its name."""
    return path.with_name(path.name + SUFFIX)


def save_reading(reading: Reading, path: Path) -> None:
    """Writes the reading, the same bytes for the same reading."""
    plain = _rounded(reading.model_dump(mode="json", exclude_defaults=True))
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def load_reading(path: Path) -> Reading:
    """The reading in the file; raises DamagedFile where there is none."""
    try:
        return Reading.model_validate_json(gzip.decompress(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise DamagedFile(
            "没有可用的识别记录；请先用 heyan verify --record 生成，或换用 --engine auto", path.name
        ) from error


def _rounded(value: Any) -> Any:
    """The JSON value with fractions cut to what can be seen."""
    match value:
        case float():
            return round(value, _DECIMALS)
        case dict():
            return {key: _rounded(each) for key, each in value.items()}
        case list():
            return [_rounded(each) for each in value]
        case _:
            return value
