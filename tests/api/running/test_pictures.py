"""Pictures of pages: a process that dies while it draws one does not stop the others."""

import io
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from api.running.pictures import Pictures
from api.store.files import Files
from extractor.intake.content import PDF
from extractor.intake.limits import Limits
from models.errors import EngineError

pytestmark = pytest.mark.cluster


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


@pytest.fixture
def pictures(files: Files) -> Iterator[Pictures]:
    made = Pictures(files, lambda *_: None, Limits())
    yield made
    made.close()


def paper(files: Files, colour: str) -> str:
    """The hash of a kept PDF of one page."""
    written = io.BytesIO()
    Image.new("RGB", (210, 297), colour).save(written, "PDF")
    return files.keep(written.getvalue()).sha256


def test_pages_are_drawn_after_the_process_that_draws_them_was_killed(
    files: Files, pictures: Pictures
) -> None:
    pictures.picture(paper(files, "white"), PDF, 1, 0, "small")
    before = psutil.Process().children()
    for child in before:
        if "spawn_main" in " ".join(child.cmdline()):
            child.kill()
            child.wait()
    with pytest.raises(EngineError, match="请重试"):
        pictures.picture(paper(files, "grey"), PDF, 1, 0, "small")
    assert pictures.picture(paper(files, "grey"), PDF, 1, 0, "small").exists()
