"""Reads every sample of a folder, or replays its recording, and compares it with its truth."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

from extractor.evaluate.comparing import compare
from extractor.evaluate.counting import count
from extractor.evaluate.evaluation import Evaluation, Timing, speed_of
from extractor.evaluate.machine import this_machine
from extractor.evaluate.memory import peak_memory
from extractor.evaluate.results import Comparison
from extractor.evaluate.truth import SUFFIX, load_truth, truth_files
from extractor.intake.limits import Limits
from extractor.intake.opening import open_submission
from extractor.page_reading import ReaderSettings
from extractor.pipeline import Progress, extract, read, verify
from extractor.programmes.programme import Programme
from extractor.recording import load_reading, recording_of, save_reading
from extractor.settings import Settings
from extractor.workers import page_pool
from models.errors import DamagedFile, OutputNotWritable
from models.reading import Reading
from models.report import Produced

_PRODUCED = Produced(version="", engine="", weights={}, seconds=0, pages_per_minute=0)
"""The evaluation says itself what it was made with."""

ReadSample = Callable[[Path], Reading]
"""The pages of one sample."""


def evaluate(
    folder: Path,
    settings: Settings,
    programme: Programme,
    progress: Progress,
    record: bool = False,
) -> Evaluation:
    """Every sample of the folder against its truth; ``record`` keeps the readings beside them.

    Raises:
        DamagedFile: where there is no truth, or no sample beside it.
    """
    found = truth_files(folder)
    comparisons: list[Comparison] = []
    timings: list[Timing] = []
    engines: list[str] = []
    with reading_samples(settings, progress, record) as read_sample, peak_memory() as peak:
        for path in found:
            comparison, timing, engine = _evaluated(path, read_sample, programme)
            comparisons.append(comparison)
            timings.append(timing)
            engines.append(engine)
    replayed = settings.engine == "recorded"
    return Evaluation(
        what="samples",
        made_on=date.today().isoformat(),
        engine="、".join(sorted(set(engines))),
        machine=this_machine(),
        counts=count(comparisons),
        speed=speed_of(
            tuple(timings),
            peak_memory=None if replayed else peak.bytes,
            processes=0 if replayed else settings.workers,
            replayed=replayed,
        ),
        timings=tuple(timings),
        submissions=tuple(comparisons),
    )


def sample_of(truth: Path) -> Path:
    """The sample that a truth file speaks of: the folder, PDF or zip of its name beside it."""
    name = truth.name.removesuffix(SUFFIX)
    for candidate in (name, f"{name}.pdf", f"{name}.zip"):
        if (truth.parent / candidate).exists():
            return truth.parent / candidate
    raise DamagedFile("真值旁边没有同名的样本文件夹，请把两者放在一起", truth.name)


@contextmanager
def reading_samples(
    settings: Settings, progress: Progress, record: bool = False
) -> Iterator[ReadSample]:
    """What reads samples, with one pool of processes for all of them, as a batch does."""
    if settings.engine == "recorded":
        yield lambda path: load_reading(recording_of(path))
        return
    limits = Limits(pages=settings.max_pages)
    reader = ReaderSettings(engine=settings.engine, weights=settings.weights, limits=limits)
    with (
        tempfile.TemporaryDirectory(prefix="heyan-") as scratch,
        page_pool(reader, settings.workers) as pool,
    ):

        def read_sample(path: Path) -> Reading:
            files = open_submission(path, limits, Path(scratch) / path.name)
            reading = read(path.name, files, pool, progress)
            if record:
                _keep(reading, recording_of(path))
            return reading

        yield read_sample


def _keep(reading: Reading, path: Path) -> None:
    try:
        save_reading(reading, path)
    except OSError as error:
        raise OutputNotWritable(f"识别记录写不了（{error.strerror}）", str(path)) from None


def _evaluated(
    path: Path, read_sample: ReadSample, programme: Programme
) -> tuple[Comparison, Timing, str]:
    """One sample: its comparison, how long it took, and the engine."""
    truth = load_truth(path)
    reading = read_sample(sample_of(path))
    started = perf_counter()
    submission = extract(reading, programme, None)
    extracted = perf_counter()
    report = verify(submission, programme, _PRODUCED)
    timing = Timing(
        name=truth.name,
        pages=sum(page.source != "word" for page in reading.pages),
        stages=reading.seconds,
        elapsed=reading.elapsed,
        extract=extracted - started,
        verify=perf_counter() - extracted,
    )
    return compare(report, truth), timing, reading.engine
