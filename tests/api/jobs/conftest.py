"""A cluster whose reader fails on purpose, and files that tell it how."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.jobs.settings import JobSettings
from api.jobs.source import PageSource, page_source
from extractor.intake.opening import OpenedFile

HERE = Path(__file__).parent
MIB = 1024 * 1024
OpenFile = Callable[..., OpenedFile]


def python_path() -> str:
    """Where the processes of a cluster find the doubles, before all else."""
    return os.pathsep.join(each for each in (str(HERE), os.environ.get("PYTHONPATH")) if each)


@pytest.fixture(scope="session")
def doubles() -> Iterator[None]:
    """The reader doubles can be imported by the processes of a cluster."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", python_path())
        yield


@pytest.fixture(scope="session")
def settings() -> JobSettings:
    return JobSettings(
        engine="onnxruntime",
        reader="failing_reader:reader",
        workers=2,
        memory=400 * MIB,
        recycle_memory=300 * MIB,
        page_seconds=3,
    )


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the readers of ``source`` write down each page they are given."""
    return tmp_path_factory.mktemp("log") / "read.txt"


@pytest.fixture(scope="session")
def source(doubles: None, settings: JobSettings, data: Path, log: Path) -> Iterator[PageSource]:
    """One cluster for all tests of a session: starting one takes seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_LOG", str(log))
        with page_source(settings, data) as pages:
            yield pages


@pytest.fixture
def open_file(tmp_path: Path) -> OpenFile:
    def make(name: str, pages: int, folder: Path = tmp_path, salt: str = "") -> OpenedFile:
        path = folder / name
        path.write_bytes(f"{tmp_path}{name}{salt}".encode() * 20)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return OpenedFile(path, name, digest, "application/pdf", pages)

    return make
