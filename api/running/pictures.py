"""Pictures of pages for people: WebP in two sizes, made once and kept by content hash."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Literal

from PIL import Image

from api.errors import NotFound
from api.running.manners import step_back
from api.store.files import Files
from extractor.child_processes import child_processes
from extractor.imaging.turning import turn_back
from extractor.intake.content import READ, WORD
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.rendering import render
from models.errors import EngineError

Size = Literal["small", "large"]
LONG_SIDE: dict[Size, int] = {"small": 320, "large": 1754}
"""Pixels: a thumbnail on the edge of the screen, and 150 dots per inch on A4."""
_QUALITY: dict[Size, int] = {"small": 60, "large": 78}
_METHOD = 2
"""Of WebP: a third of the time of the default, a tenth larger."""

Upright = Callable[[str, int], Path | None]
"""(sha256, page) → the upright picture that was kept when the page was read, if any."""


class Pictures:
    """Makes and finds pictures of pages; thread-safe."""

    def __init__(self, files: Files, upright: Upright, limits: Limits) -> None:
        self._files = files
        self._upright = upright
        self._limits = limits
        self._renderer: ProcessPoolExecutor | None = None
        self._lock = Lock()
        self._closed = False

    def picture(self, sha256: str, media_type: str, page: int, turned: int, size: Size) -> Path:
        """The page as a WebP file, upright; raises NotFound where the page has no picture."""
        name = f"{size}-{turned}"
        path = self._files.picture(sha256, page, name)
        if path.exists():
            return path
        if media_type == WORD or media_type not in READ:
            raise NotFound("Word 文件没有页面图像")
        with self._as_read(sha256, media_type, page, turned) as picture:
            return self._files.keep_picture(sha256, page, name, _webp(picture, size))

    def make_all(self, sha256: str, media_type: str, turns: dict[int, int]) -> None:
        """Both sizes of every page, so that nobody waits for one; ``turns``: page → degrees."""
        for page, turned in turns.items():
            for size in LONG_SIDE:
                if self._closed:
                    return
                # One page that can't be drawn says so when it is looked at.
                with suppress(Exception):
                    self.picture(sha256, media_type, page, turned, size)

    def _as_read(self, sha256: str, media_type: str, page: int, turned: int) -> Image.Image:
        kept = self._upright(sha256, page)
        if kept is not None:
            return Image.open(kept)
        path = self._files.path(sha256)
        if not path.exists():
            raise NotFound("文件已不在数据目录中，可能已过保存期限")
        file = OpenedFile(path, path.name, sha256, media_type, page)
        renderer = self._process()
        try:
            drawn = renderer.submit(draw, file, page, turned, self._limits).result()
        except BrokenProcessPool:
            # Its page may have killed it; the next one is drawn by another.
            with self._lock:
                if self._renderer is renderer:
                    self._renderer = None
            raise EngineError("绘制这一页的进程意外退出，请重试") from None
        return Image.open(io.BytesIO(drawn))

    def _process(self) -> ProcessPoolExecutor:
        """PDFium is not thread-safe: a page is drawn in a process of its own."""
        with self._lock:
            if self._closed:
                raise EngineError("服务正在停止，请稍后再试")
            if self._renderer is None:
                self._renderer = child_processes(1, step_back)
            return self._renderer

    def close(self) -> None:
        """Ends the drawing process; nothing is drawn any more."""
        with self._lock:
            self._closed = True
            if self._renderer is not None:
                self._renderer.shutdown(wait=False, cancel_futures=True)
                self._renderer = None


def draw(file: OpenedFile, page: int, turned: int, limits: Limits) -> bytes:
    """The page, turned upright, as PNG at the size it is looked at."""
    pixels = turn_back(render(file, page, limits).pixels, turned)
    upright = Image.fromarray(pixels[:, :, ::-1])
    upright.thumbnail((LONG_SIDE["large"], LONG_SIDE["large"]))
    written = io.BytesIO()
    upright.save(written, "PNG", compress_level=1)
    return written.getvalue()


def _webp(picture: Image.Image, size: Size) -> bytes:
    small = picture.convert("RGB")
    small.thumbnail((LONG_SIDE[size], LONG_SIDE[size]), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.save(written, "WEBP", quality=_QUALITY[size], method=_METHOD)
    return written.getvalue()
