"""A batch whose disk fills up says so, leaves nothing cut, and goes on when there is room again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEYAN = [sys.executable, "-c", "from api.cli import main; main()"]
ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
"""A disk that only the commands of the test see."""


def mounts() -> bool:
    """Whether this system lets a test have a small disk of its own."""
    try:
        return not subprocess.run(
            [*ALONE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        ).returncode
    except OSError:
        return False


@pytest.mark.skipif(not mounts(), reason="no mounts without privileges here")
@pytest.mark.parametrize("small", ["100k", "1400k"])
def test_a_full_disk_ends_the_batch_clearly_and_the_next_run_goes_on(
    batch: Path, tmp_path: Path, small: str
) -> None:
    disk, seen = tmp_path / "disk", tmp_path / "seen"
    disk.mkdir()
    seen.mkdir()
    order = [*HEYAN, "batch", str(batch), "--out", str(disk / "out"), "--engine", "recorded"]
    script = f"""
        mount -t tmpfs -o size={small} tmpfs {disk} || exit 99
        "$@"; echo "status $?" >&2
        cp -r {disk}/out {seen}/full
        mount -o remount,size=64m {disk}
        "$@"; echo "status $?" >&2
        cp -r {disk}/out {seen}/done
    """
    ran = subprocess.run(
        [*ALONE, "sh", "-c", script, "sh", *order], capture_output=True, text=True, check=True
    )

    full, _, done = ran.stderr.partition("status 2")
    assert "磁盘" in full, ran.stderr
    assert "Traceback" not in ran.stderr
    for path in (seen / "full").rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    left = {path.name for path in (seen / "full").rglob("report.*")}
    assert left <= {"report.json", "report.html", "report.xlsx"}
    assert not list((seen / "full/.heyan/scratch").glob("*"))

    assert "status 0" in done
    summary = json.loads((seen / "done/summary.json").read_text("utf-8"))
    verdicts = {each["name"]: each["verdict"] for each in summary["submissions"]}
    assert verdicts == {"甲公司": "inconsistent", "乙公司": "inconsistent", "坏": None}
