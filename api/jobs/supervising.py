"""A process that reads pages, watched: it is ended when a page takes too long or too much."""

from __future__ import annotations

import base64
import json
import os
import selectors
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

import models.errors as errors
from api.jobs.patience import Patience
from api.jobs.settings import JobSettings
from extractor.intake.limits import MIB
from extractor.intake.opening import OpenedFile
from models.batch import Problem
from models.errors import EngineError, OutputNotWritable

_LOOKS = 0.1
"""Seconds between looks at the memory of the process."""
_NEAR = 0.8
"""Share of the memory limit at which a process that was killed from outside ran out of memory."""
_NOT_HANDED_ON = frozenset({"MALLOC_TRIM_THRESHOLD_"})
"""Variables of a Dask worker that do harm in a reading process: with a fixed threshold glibc asks the
system for every picture anew, which takes a tenth of the time; what is freed is given back anyway."""


@dataclass(frozen=True)
class PageTaken:
    """What came of one page: what was read with its picture, or a problem."""

    number: int
    contents: bytes = b""
    picture: bytes | None = None
    problem: Problem | None = None


class _Ended(Exception):
    """The reading process was ended, or ended by itself; the argument is the class."""


class PageProcess:
    """One reading process at a time; started when a page comes, replaced when it has to be."""

    def __init__(self, settings: JobSettings, scratch: Path) -> None:
        self._settings = settings
        self._scratch = scratch
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = selectors.DefaultSelector()
        self._pages = 0
        self._largest = 0
        """Bytes the process had at the last look."""

    def read(self, file: OpenedFile, number: int) -> PageTaken:
        """The page, or its problem after as many attempts as the settings allow.

        Raises:
            EngineError: no reading process can be started.
        """
        fault = "CRASH"
        self._picture()  # of a page that failed after it was drawn
        for _ in range(self._settings.attempts):
            try:
                return self._taken(file, number)
            except _Ended as ended:
                fault = str(ended)
        return PageTaken(number, problem=self._fault(fault, file, number))

    def _taken(self, file: OpenedFile, number: int) -> PageTaken:
        request = {
            "path": str(file.path),
            "name": file.name,
            "sha256": file.sha256,
            "media_type": file.media_type,
            "pages": file.pages,
            "number": number,
        }
        answer = self._asked(request, self._settings.page_seconds)
        self._pages += 1
        try:
            if "result" not in answer:
                return self._refused(answer, file, number)
            return PageTaken(number, base64.b64decode(answer["result"]), self._picture())
        finally:
            self._replace_if_worn()

    def _picture(self) -> bytes | None:
        """The picture that was left of the page: the only one in the folder."""
        for path in self._scratch.glob("*.jpg"):
            seen = path.read_bytes()
            path.unlink()
            return seen
        return None

    def _refused(self, answer: dict[str, Any], file: OpenedFile, number: int) -> PageTaken:
        fault, message = answer["problem"], answer["message"]
        if fault == "OS":
            raise OutputNotWritable(
                f"识别时写不了临时文件（{message}）；请检查磁盘空间后重新运行", str(self._scratch)
            )
        if fault == "OOM":
            self.close()
            raise _Ended("OOM")
        if fault == "CRASH":
            # Tried again by a process that nothing has gone wrong in yet.
            self.close()
            raise _Ended(f"CRASH {message}")
        problem = Problem(class_=fault, file=file.name, page=number, message=message)
        return PageTaken(number, problem=problem)

    def _asked(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The answer of the process; it is started where there is none."""
        process = self._process or self._started()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        except OSError:
            raise _Ended(self._how_it_ended()) from None
        return self._answer(process, seconds)

    def _started(self) -> subprocess.Popen[bytes]:
        """A new process that has its models loaded; one that ends at its start is tried again."""
        ended = ""
        for _ in range(self._settings.attempts):
            try:
                return self._loaded(self._spawned())
            except _Ended as reason:
                ended = str(reason)
        raise EngineError(f"识别进程启动失败（{ended}），请运行 heyan doctor 查看原因")

    def _spawned(self) -> subprocess.Popen[bytes]:
        # -P: the working folder holds modules of anyone's, which must not stand in for others.
        command = [sys.executable, "-P", "-m", "api.jobs.page_process", str(os.getpid())]
        self._process = process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("HEYAN_DEBUG") else subprocess.DEVNULL,
            cwd=self._scratch,
            env={name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON},
        )
        assert process.stdout is not None
        self._answers.register(process.stdout, selectors.EVENT_READ)
        self._pages = 0
        self._largest = 0
        return process

    def _loaded(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        """The process once it has its models; raises what it refuses to start for."""
        order = self._settings.order(self._scratch).model_dump_json()
        answer = self._asked(json.loads(order), self._settings.start_seconds)
        if "refused" in answer:
            self.close()
            raise getattr(errors, answer["refused"])(answer["message"])
        return process

    def _answer(self, process: subprocess.Popen[bytes], seconds: float) -> dict[str, Any]:
        assert process.stdout is not None
        watched = psutil.Process(process.pid)
        patience = Patience(watched, seconds, self._settings.threads)
        while not self._answers.select(_LOOKS):
            if _resident(watched) > self._settings.memory:
                self.close()
                raise _Ended("OOM")
            if patience.is_over():
                self.close()
                raise _Ended("TIMEOUT")
            self._largest = _resident(watched)
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            raise _Ended(self._how_it_ended())
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _how_it_ended(self) -> str:
        """The class of a process that ended by itself."""
        full = self._largest > _NEAR * self._settings.memory
        code = self.close()
        return "OOM" if full and code == -9 else f"CRASH {code}"

    def _replace_if_worn(self) -> None:
        """Ends a process that is old or large; the next page starts another."""
        if self._process is None:
            return
        old = 0 < self._settings.pages_per_process <= self._pages
        if old or _resident(psutil.Process(self._process.pid)) > self._settings.recycle_memory:
            self.close()

    def close(self) -> int | None:
        """Ends the process; returns its exit status, None where there was none."""
        process, self._process = self._process, None
        if process is None:
            return None
        assert process.stdin is not None and process.stdout is not None
        try:
            # One that is at its end keeps the status it ended with.
            process.wait(_LOOKS if process.poll() is not None else 0)
        except subprocess.TimeoutExpired:
            process.kill()
        status = process.wait()
        self._answers.unregister(process.stdout)
        for stream in (process.stdin, process.stdout):
            try:
                stream.close()
            except OSError:
                continue
        return status

    def _fault(self, fault: str, file: OpenedFile, number: int) -> Problem:
        name, _, detail = fault.partition(" ")
        settings = self._settings
        apart = "请把这一页单独重新扫描或另存后重新提交"
        message = {
            "OOM": f"识别该页时内存超过 {settings.memory // MIB} MB 的上限，已跳过；{apart}，"
            "或调高 HEYAN_WORKER_MEMORY 后重新运行",
            "TIMEOUT": f"识别该页超过 {settings.page_seconds:g} 秒，已跳过；{apart}，"
            "或调高 HEYAN_PAGE_SECONDS 后重新运行",
            "CRASH": f"识别该页时程序出错或意外退出（{detail}），已跳过；{apart}",
        }[name]
        return Problem(class_=name, file=file.name, page=number, message=message)


def _resident(process: psutil.Process) -> int:
    """Bytes of memory of the process; 0 where it is gone."""
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
