"""A program that is killed leaves no process behind that works for it."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

PROGRAM = """
import os, time
from extractor.child_processes import child_processes
from extractor.garbage import collect_seldom

if __name__ == "__main__":
    pool = child_processes(1, collect_seldom)
    print(pool.submit(os.getpid).result(), flush=True)
    pool.submit(time.sleep, 600)
    time.sleep(600)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_process_ends_when_its_program_is_ended(
    how: signal.Signals, tmp_path: Path
) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": ":".join(sys.path)},
        text=True,
    )
    assert program.stdout is not None
    child = psutil.Process(int(program.stdout.readline()))

    program.send_signal(how)

    child.wait(timeout=20)
    program.kill()
    program.communicate()
