"""How quickly the service answers: many reviewers at once, and opening a long submission.

``python -m samples.benchmark.service_load [--reviewers 50] [--seconds 60] [--pages 200] [--out FILE]``
starts a service of its own on the recorded sample and writes the times of answers as Markdown.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Annotated

import httpx
import typer
from pikepdf import Pdf

from extractor.evaluate.machine import this_machine
from extractor.evaluate.markdown import machine_line, table
from extractor.recording import load_reading, save_reading
from models.reading import Reading

GOLDEN = Path(__file__).parents[1] / "golden"
RECORDING = "conflicts.readings.json.gz"
_START_SECONDS = 120
_PAUSE = 5.0
"""Seconds between two actions of one reviewer."""
_FORM = "application_form-1"
_KEYS = ("rd_staff", "staff_total", "address", "contact_name", "principal_name", "applicant_name")
_TYPED = {"rd_staff": "78", "staff_total": "326", "address": "武汉市青年路 560 号"}


@dataclass
class Times:
    """Seconds of answers, by what was asked."""

    by_action: dict[str, list[float]] = field(default_factory=dict)
    failed: int = 0
    lock: Lock = field(default_factory=Lock)

    def note(self, action: str, seconds: float, fine: bool) -> None:
        """One answer."""
        with self.lock:
            self.by_action.setdefault(action, []).append(seconds)
            self.failed += not fine

    def table(self) -> str:
        """A Markdown row for every action, and one for all."""
        every = [each for some in self.by_action.values() for each in some]
        rows = []
        for name, some in (*sorted(self.by_action.items()), ("all", every)):
            p95 = statistics.quantiles(some, n=20)[-1] if len(some) > 1 else some[0]
            shown = (statistics.median(some), p95, max(some))
            rows.append([name, len(some), *(f"{second * 1000:.0f}" for second in shown)])
        head = ["answer", "asked", "median ms", "p95 ms", "slowest ms"]
        return f"{table(head, rows)}\n\nAnswers that were no success: {self.failed}.\n"


def main(
    reviewers: Annotated[int, typer.Option(min=1)] = 50,
    seconds: Annotated[int, typer.Option(min=5)] = 60,
    pages: Annotated[int, typer.Option(min=20)] = 200,
    out: Annotated[Path | None, typer.Option(help="the Markdown file; also printed")] = None,
) -> None:
    """Starts a service, lets reviewers work on it, and tells how long they waited."""
    with TemporaryDirectory(prefix="heyan-load-") as folder:
        data = Path(folder)
        files = long_submission(data / "recordings", pages)
        with served(data) as address:
            key = api_key(data)
            with httpx.Client(
                base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=300
            ) as client:
                short = uploaded(client, sorted((GOLDEN / "conflicts").iterdir()))
                long = uploaded(client, files)
                alone = opened(client, long, 20)
            crowd = worked(address, key, (short, long), reviewers, seconds)
    written = (
        f"## The service\n\n{date.today()}; {machine_line(this_machine())}.\n\n"
        f"A submission of {pages} pages opened 20 times, nobody else there:\n\n{alone.table()}\n"
        f"{reviewers} reviewers, each an action every {_PAUSE:.0f} s, for {seconds} s, on this "
        f"machine with the service:\n\n{crowd.table()}"
    )
    typer.echo(written)
    if out is not None:
        out.write_text(written, encoding="utf-8")


def long_submission(folder: Path, pages: int) -> list[Path]:
    """A PDF of blank pages with a recording: the sample's pages, then its prose over and over."""
    folder.mkdir(parents=True)
    path = folder / "long.pdf"
    with Pdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path)
    golden = load_reading(GOLDEN / RECORDING)
    scanned = [page for page in golden.pages if page.file == 0]
    prose = scanned[15:17]
    more = [prose[number % len(prose)] for number in range(pages - len(scanned))]
    every = [*scanned, *more]
    file = golden.files[0].model_copy(
        update={
            "name": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "pages": pages,
        }
    )
    reading = Reading(
        name="long",
        files=(file,),
        pages=tuple(
            page.model_copy(update={"number": number}) for number, page in enumerate(every, start=1)
        ),
        engine=golden.engine,
    )
    save_reading(reading, folder / "long.readings.json.gz")
    save_reading(golden, folder / RECORDING)
    return [path]


@contextmanager
def served(data: Path) -> Iterator[str]:
    """The address of a service of its own."""
    environment = {
        **os.environ,
        "HEYAN_DATA": str(data / "data"),
        "HEYAN_ENGINE": "recorded",
        "HEYAN_RECORDINGS": str(data / "recordings"),
        "HEYAN_PORT": "0",
        "HEYAN_MIN_FREE_MB": "0",
    }
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve"]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if "http://" in line:
                address = "http://" + line.partition("http://")[2].partition("（")[0]
                break
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            try:
                httpx.get(f"{address}/health/live")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def api_key(data: Path) -> str:
    """The key of a new reviewer, made with the program's own commands."""
    run = [sys.executable, "-c", "from api.cli import main; main()", "admin"]
    environment = {**os.environ, "HEYAN_DATA": str(data / "data")}
    create = [*run, "create", "load", "--role", "reviewer", "--no-password"]
    subprocess.run(create, env=environment, check=True, capture_output=True)
    made = subprocess.run(
        [*run, "api-key", "load"], env=environment, check=True, capture_output=True, text=True
    )
    return made.stdout.split()[-1]


def uploaded(client: httpx.Client, files: list[Path]) -> str:
    """The id of a submission of these files, read."""
    parts = [("file", (path.name, path.read_bytes())) for path in files]
    submission: str = client.post("/v1/submissions", files=parts).json()["id"]
    while True:
        view = client.get(f"/v1/submissions/{submission}").json()
        if view["processing"] in ("done", "failed"):
            if view["processing"] == "failed":
                raise RuntimeError(view["problem"])
            return submission
        time.sleep(0.2)


def opened(client: httpx.Client, submission: str, times: int) -> Times:
    """The answers that the review page needs, each asked for so many times."""
    noted = Times()
    for _ in range(times):
        for action, path in (
            ("page", f"/submissions/{submission}"),
            ("documents", f"/v1/submissions/{submission}/documents"),
            ("image", f"/v1/submissions/{submission}/pages/0/3/image"),
            ("words", f"/v1/submissions/{submission}/pages/0/3/words"),
        ):
            started = time.perf_counter()
            answer = client.get(path)
            noted.note(action, time.perf_counter() - started, answer.status_code < 400)
    return noted


def worked(
    address: str, key: str, submissions: tuple[str, str], reviewers: int, seconds: int
) -> Times:
    """Everybody's answers while so many people work at once."""
    times = Times()
    until = time.monotonic() + seconds

    def review(number: int) -> None:
        chance = random.Random(number)
        time.sleep(chance.random() * _PAUSE)
        with httpx.Client(
            base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=60
        ) as client:
            while time.monotonic() < until:
                started = time.perf_counter()
                act(client, chance, submissions, times)
                time.sleep(max(0.0, _PAUSE - (time.perf_counter() - started)))

    with ThreadPoolExecutor(reviewers) as people:
        list(people.map(review, range(reviewers)))
    return times


def act(client: httpx.Client, chance: random.Random, at: tuple[str, str], times: Times) -> None:
    """One thing a reviewer does: mostly looking, sometimes a correction."""
    submission = at[chance.random() < 0.5]
    action = chance.choices(("list", "open", "image", "correct"), (2, 3, 3, 2))[0]
    started = time.perf_counter()
    match action:
        case "list":
            answer = client.get("/v1/submissions")
        case "open":
            answer = client.get(f"/submissions/{submission}")
        case "image":
            page = chance.randint(1, 18)
            answer = client.get(f"/v1/submissions/{submission}/pages/0/{page}/image")
        case _:
            key = chance.choice(_KEYS)
            path = f"/v1/submissions/{submission}/documents/{_FORM}/fields/application_form.{key}"
            seen = client.get(path).headers.get("etag", '"0"')
            started = time.perf_counter()
            answer = client.post(
                f"/v1/submissions/{submission}/corrections",
                json={
                    "document": _FORM,
                    "key": f"application_form.{key}",
                    "text": _TYPED.get(key, "张三"),
                },
                headers={"If-Match": seen},
            )
    fine = answer.status_code < 400 or answer.status_code == 412
    times.note(action, time.perf_counter() - started, fine)


if __name__ == "__main__":
    typer.run(main)
