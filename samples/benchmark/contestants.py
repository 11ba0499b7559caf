"""Who reads the pages, and one run of each: seconds, texts, peak memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from extractor.evaluate.memory import peak_memory
from models.errors import EngineError
from models.frozen import Frozen

PEER = Path(__file__).with_name("peer.py")
_QUIET = {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}
"""Left out of the environment, so that every program has its own default of threads."""


@dataclass(frozen=True)
class Contestant:
    """A program that reads pictures."""

    name: str
    command: tuple[str, ...]
    """The folder of pictures and the scratch folder come after it."""
    after: tuple[str, ...] = ()
    """What comes after those."""


class Run(Frozen):
    """One run over all pages."""

    seconds: float
    peak_mib: float
    texts: dict[str, str]


def contestants(peers: Path | None, workers: int) -> tuple[Contestant, ...]:
    """This pipeline and the peers that are there; ``peers`` is their environment's Python."""
    ours = (sys.executable, "-m", "samples.benchmark.ours")
    found = [
        Contestant(f"heyan, {runtime}", (*ours, runtime), (str(workers),))
        for runtime in ("openvino", "onnxruntime")
    ]
    if peers is not None:
        found += [
            Contestant(title, (str(peers), str(PEER), name))
            for title, name in (
                ("RapidOCR, defaults", "rapidocr"),
                ("RapidOCR, OpenVINO", "rapidocr-openvino"),
                ("PaddleOCR, ONNX Runtime", "paddleocr"),
            )
        ]
    if has_tesseract():
        found.append(Contestant("Tesseract, chi_sim", (sys.executable, str(PEER), "tesseract")))
    return tuple(found)


def has_tesseract() -> bool:
    """Whether Tesseract is installed with simplified Chinese."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "chi_sim" in listed.stdout.split()


def run(contestant: Contestant, pages: Path, scratch: Path) -> Run:
    """One run in a process of its own.

    Raises:
        EngineError: where the program fails; its last words are in the message.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _QUIET}
    command = [*contestant.command, str(pages), str(scratch), *contestant.after]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as process,
        peak_memory(process.pid) as peak,
    ):
        output, errors = process.communicate()
    if process.returncode != 0:
        raise EngineError(f"{contestant.name} 运行失败：{errors.strip()[-500:]}")
    said = json.loads(output.strip().splitlines()[-1])
    return Run(seconds=said["seconds"], peak_mib=peak.bytes / (1 << 20), texts=said["texts"])
