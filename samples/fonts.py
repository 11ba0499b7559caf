"""The fonts seals and signatures are cut in: those of the wheel, and others where installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import ImageFont

_KAI = (
    Path("/usr/share/fonts/truetype/arphic/ukai.ttc"),
    Path("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
)
_SONG = (Path("/usr/share/fonts/truetype/arphic/uming.ttc"),)


def sans() -> Path:
    """Noto Sans SC."""
    return Path(pylopdf_fonts_zh_cn.serif_path()).with_name("NotoSansSC-Regular.otf")


def serif() -> Path:
    """Noto Serif SC."""
    return Path(pylopdf_fonts_zh_cn.serif_path())


def songs() -> tuple[Path, ...]:
    """Song faces, as seals are cut in."""
    return (serif(), *(path for path in _SONG if path.exists()))


def kai() -> Path:
    """A Kai face where one is installed, else the serif."""
    return next((path for path in _KAI if path.exists()), serif())


@cache
def opened(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels."""
    return ImageFont.truetype(str(path), size)
