"""A batch of recorded submissions, and what its output says but for times."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parents[3] / "samples/golden"


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Two equal submissions, a damaged one, and the recording of the first two."""
    folder = tmp_path / "申报材料"
    folder.mkdir()
    for name in ("甲公司", "乙公司"):
        shutil.copytree(GOLDEN / "conflicts", folder / name)
    (folder / "坏.pdf").write_bytes((GOLDEN / "conflicts/submission.pdf").read_bytes()[:5000])
    shutil.copy(GOLDEN / "conflicts.readings.json.gz", folder)
    return folder


def report_in(folder: Path) -> dict[str, Any]:
    """report.json without how it was produced."""
    report: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    del report["produced"]
    return report
