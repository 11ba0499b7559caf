import os
from pathlib import Path

import pytest

from extractor.intake import counting, inspecting
from extractor.intake.content import PDF
from extractor.intake.inspecting import count_pages
from extractor.intake.limits import Limits
from models.errors import DamagedFile


def test_a_crash_while_counting_names_the_file_it_happened_on(
    form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashing = tmp_path / "crashing.py"
    crashing.write_text(
        "import json, os, sys\n"
        "for line in sys.stdin:\n"
        "    if 'bad' in json.loads(line)['path']:\n"
        "        os.abort()\n"
        "    print(json.dumps({'pages': 1}), flush=True)\n"
    )
    monkeypatch.setattr(counting, "__file__", os.fspath(crashing))
    with pytest.raises(DamagedFile) as raised:
        count_pages([(form, "good.pdf", PDF), (tmp_path / "bad", "bad.pdf", PDF)], Limits())
    assert raised.value.file == "bad.pdf"


def test_a_file_that_takes_for_ever_is_given_up(
    form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "hanging.py"
    hanging.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(counting, "__file__", os.fspath(hanging))
    monkeypatch.setattr(inspecting, "PATIENCE", 0.2)
    monkeypatch.setattr(inspecting, "PER_FILE", 0.0)
    with pytest.raises(DamagedFile):
        count_pages([(form, "slow.pdf", PDF)], Limits())
