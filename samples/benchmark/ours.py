"""Reads every picture of a folder with this pipeline, and prints what ``peer.py`` prints.

``python -m samples.benchmark.ours RUNTIME FOLDER SCRATCH WORKERS``: pages are turned, straightened
and freed of ink, their seals, tables, ticks and codes are read as well.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from extractor.page_reading import ReaderSettings
from extractor.pipeline import read
from extractor.settings import settings_from
from extractor.workers import page_pool

_WARM_UPS = 2
"""Pages for each process before the clock starts, so that every one has its models loaded."""


def main() -> None:
    """Warms every process up, then reads all pages against the clock."""
    runtime, folder, scratch, workers = sys.argv[1:]
    limits = Limits()
    files = open_submission(Path(folder), limits, Path(scratch))
    settings = ReaderSettings(
        engine=runtime, weights=settings_from(dict(os.environ)).weights, limits=limits
    )
    with page_pool(settings, int(workers)) as pool:
        read("warm-up", files[:1] * (_WARM_UPS * int(workers)), pool)
        started = perf_counter()
        reading = read("benchmark", files, pool)
        seconds = perf_counter() - started
    texts = {files[page.file].name: page.text for page in reading.pages}
    print("\n" + json.dumps({"seconds": seconds, "texts": texts}))


if __name__ == "__main__":
    main()
