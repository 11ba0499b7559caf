"""A reader that fails on purpose: the file's name says on which page and how."""

import os
import time
from pathlib import Path

from api.jobs.settings import ReaderOrder
from extractor.intake.opening import OpenedFile
from extractor.page_reading import PageRead
from models.document import BoundingBox, Page, TextLine
from models.errors import DamagedFile, WeightsMissing

MIB = 1024 * 1024
BOX = BoundingBox(left=0.1, top=0.1, right=0.9, bottom=0.2)


class FailingReader:
    """Reads ``crash-2.pdf`` but for its second page, where the process ends; and so on."""

    def __init__(self, order: ReaderOrder) -> None:
        self._order = order

    def read(self, file: OpenedFile, index: int, number: int) -> PageRead:
        _write_down(file, number)
        fault, _, page = Path(file.name).stem.partition("-")
        if page == str(number):
            _fail(fault, file, number)
        (self._order.pictures / f"0-{number}.jpg").write_bytes(b"picture of page %d" % number)
        line = TextLine(text=f"{file.sha256[:8]} 第 {number} 页", box=BOX, confidence=1.0)
        page_read = Page(file=index, number=number, width=100, height=140, lines=(line,))
        return PageRead(page_read, "double", {"ocr": 0.1})


def reader(order: ReaderOrder) -> FailingReader:
    return FailingReader(order)


def reader_without_weights(order: ReaderOrder) -> FailingReader:
    raise WeightsMissing("缺少模型权重，请运行 heyan weights")


def reader_killed_at_first(order: ReaderOrder) -> FailingReader:
    log = Path(os.environ["READER_LOG"])
    if not log.exists():
        log.touch()
        os.kill(os.getpid(), 9)
    return FailingReader(order)


def _write_down(file: OpenedFile, number: int) -> None:
    """Appends to the log, by which a test sees what was read how often and by whom."""
    log = os.environ.get("READER_LOG")
    if log:
        with Path(log).open("a") as stream:
            stream.write(f"{file.name} {number} {os.getpid()} {os.getppid()}\n")
    time.sleep(float(os.environ.get("READER_SECONDS", "0")))


def _fail(fault: str, file: OpenedFile, number: int) -> None:
    match fault:
        case "crash":
            os.kill(os.getpid(), 11)
        case "hang":
            time.sleep(3600)
        case "hungry":
            hoard = b"x" * (600 * MIB)
            time.sleep(3600 + len(hoard))
        case "surprise":
            raise ValueError("not foreseen")
        case "damaged":
            raise DamagedFile(f"第 {number} 页已损坏，请重新导出后提交。", file.name, number)
        case "changing":
            file.path.write_bytes(file.path.read_bytes() + b"%")
        case "killer":
            os.kill(os.getppid(), 9)
            time.sleep(3600)
