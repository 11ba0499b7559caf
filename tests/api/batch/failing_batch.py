"""Runs a batch whose reader fails on purpose; a program, so that a test can kill it."""

import sys
from pathlib import Path

from api.batch.order import BatchOrder
from api.batch.running import run_batch
from api.batch.summing_up import sum_up
from api.jobs.settings import JobSettings


def main() -> None:
    path, out, *scheduler = sys.argv[1:]
    jobs = JobSettings(
        engine="onnxruntime",
        reader="failing_reader:reader",
        workers=2,
        scheduler=scheduler[0] if scheduler else None,
    )
    done = run_batch(BatchOrder(Path(path), Path(out)), jobs)
    sum_up(Path(out), done.rows, "")
    print(f"processed {done.processed}, read {done.pages_read}")


if __name__ == "__main__":
    main()
