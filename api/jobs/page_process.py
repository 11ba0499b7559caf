"""Reads pages for the process that started it: one JSON object a line in, one a line out.

A page may crash the libraries that draw and read it, hang in them, or eat the memory. Here it can
do so without harm: whoever started this program notices, ends it and starts another.

The first line is a ``ReaderOrder``; it is answered by ``{"ready": true}``. Each further line,
``{"path", "name", "sha256", "media_type", "pages", "number"}``, is answered by
``{"result": <base64 of an encoded StoredPage>}`` or ``{"problem": class, "message": …}``.
"""

from __future__ import annotations

import base64
import ctypes
import errno
import json
import os
import signal
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from api.jobs.page_readers import Reader
from api.jobs.results import StoredPage, encoded
from api.jobs.settings import ReaderOrder
from extractor.intake.opening import OpenedFile
from models.errors import HeyanError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What an OSError says that is the disk's fault, not the page's."""
_PR_SET_PDEATHSIG = 1
_LOOKS = 1.0
"""Seconds between looks whether the parent is still there."""


def main() -> None:
    """Answers every line of the standard input until it ends."""
    parent = int(sys.argv[1])
    _end_with(parent)
    # What libraries print must not stand between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    reader = _started(ReaderOrder.model_validate_json(sys.stdin.readline()), answers)
    for line in sys.stdin:
        answers.write(json.dumps(_answer(reader, json.loads(line))) + "\n")


def _started(order: ReaderOrder, answers: TextIO) -> Reader:
    module, _, name = order.reader.partition(":")
    try:
        reader: Reader = getattr(import_module(module), name)(order)
    except HeyanError as error:
        answers.write(
            json.dumps({"refused": type(error).__name__, "message": error.message}) + "\n"
        )
        sys.exit(error.exit_code)
    answers.write('{"ready": true}\n')
    return reader


def _answer(reader: Reader, request: dict[str, Any]) -> dict[str, str]:
    """The page as read, or what is wrong with it."""
    number = int(request.pop("number"))
    file = OpenedFile(**{**request, "path": Path(request["path"])})
    try:
        read = reader.read(file, 0, number)
    except HeyanError as error:
        return {"problem": error.problem, "message": error.message}
    except MemoryError:
        return {"problem": "OOM", "message": ""}
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            return {"problem": "OS", "message": os.strerror(error.errno or 0)}
        # A library's surprise at one page is that page's problem, whatever its type.
        return {"problem": "CRASH", "message": type(error).__name__}
    stored = StoredPage(read.page, read.engine, read.seconds)
    return {"result": base64.b64encode(encoded(stored)).decode("ascii")}


def _end_with(parent: int) -> None:
    """Makes this process end when its parent does, however that ends and whatever runs here."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    def look() -> None:
        while os.getppid() == parent:
            threading.Event().wait(_LOOKS)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()


if __name__ == "__main__":
    main()
