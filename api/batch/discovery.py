"""Finds the submissions under a folder: one sub-folder, zip, PDF, picture or Word form each."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.intake.content import EMPTY, UNKNOWN, media_type_of
from extractor.intake.opening import CLAIMED, LEFT_BY_SYSTEMS
from extractor.recording import SUFFIX
from models.errors import InputError

RESERVED = frozenset({"summary.json", "summary.xlsx", "overview.html"})
"""Names under the output folder that no submission can have."""
_BESIDE = (".truth.json", SUFFIX)
"""What the samples keep beside a submission."""
_LONGEST = 240
"""Bytes of a name, so that a file system takes it with a number behind."""


@dataclass(frozen=True)
class Candidate:
    """One submission as it was found."""

    path: Path
    name: str
    """Of its folder under the output folder."""
    size: int
    """Bytes of its files: longer submissions are larger."""
    state: str
    """Changes when one of its files is written to, comes or goes."""


@dataclass(frozen=True)
class Found:
    """The submissions, shortest first, and the files that are none."""

    candidates: tuple[Candidate, ...]
    ignored: tuple[str, ...]


def find(path: Path, out: Path, known: Mapping[str, str]) -> Found:
    """Every submission under ``path``, or the one that ``path`` is if it is a file.

    Args:
        path: a folder of submissions, or a single file.
        out: the output folder, which is none of them.
        known: the names given in an earlier run, by the entry's own name.

    Raises:
        InputError: there is no such path, or nothing to read in it.
    """
    if not path.exists():
        raise InputError("找不到这个文件或文件夹，请核对路径。", str(path))
    try:
        entries = [path] if path.is_file() else sorted(path.iterdir())
        taken: list[Path] = []
        ignored: list[Path] = []
        for entry in entries:
            if _hidden(entry) or entry.resolve() == out.resolve():
                continue
            (taken if entry.is_dir() or _may_be_read(entry) else ignored).append(entry)
        named = _named(taken, known)
        candidates = [_candidate(entry, name) for entry, name in named]
    except OSError as error:
        raise InputError(
            f"文件夹无法读取（{error.strerror}），请检查访问权限。", str(path)
        ) from None
    if not candidates:
        raise InputError(
            "没有找到申报材料；请把每家单位的材料放在一个子文件夹、一个 zip 或一个 PDF 里。",
            str(path),
        )
    candidates.sort(key=lambda each: (each.size, each.name))
    return Found(tuple(candidates), tuple(entry.name for entry in ignored))


def state_of(path: Path) -> str:
    """What ``Candidate.state`` is now; raises OSError where the path is gone."""
    digest = hashlib.sha256()
    for each in _files(path):
        stat = each.stat()
        fact = (each.relative_to(path).as_posix(), stat.st_size, stat.st_mtime_ns)
        digest.update(json.dumps(fact).encode() + b"\n")
    return digest.hexdigest()


def _candidate(path: Path, name: str) -> Candidate:
    size = sum(each.stat().st_size for each in _files(path))
    return Candidate(path, name, size, state_of(path))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    yield from sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink())


def _hidden(path: Path) -> bool:
    name = path.name.lower()
    return name.startswith((".", "~$")) or name in LEFT_BY_SYSTEMS


def _may_be_read(path: Path) -> bool:
    """Whether a loose file is, or claims to be, of a type that may hold evidence."""
    if not path.is_file() or path.name.endswith(_BESIDE):
        return False
    if path.suffix.lower() in CLAIMED:
        return True
    return media_type_of(path) not in (UNKNOWN, EMPTY)


def _named(entries: Iterable[Path], known: Mapping[str, str]) -> list[tuple[Path, str]]:
    """A name for each: its own without its extension, numbered from the second of the same."""
    entries = list(entries)
    here = {entry.name for entry in entries}
    used = {_same(name) for source, name in known.items() if source in here}
    used |= {_same(name) for name in RESERVED}
    named = []
    for entry in entries:
        name = known.get(entry.name)
        if name is None:
            name = _free(_plain(entry), used)
            used.add(_same(name))
        named.append((entry, name))
    return named


def _plain(path: Path) -> str:
    stem = path.stem if path.is_file() and path.suffix.lower() in CLAIMED else path.name
    name = stem.encode()[:_LONGEST].decode(errors="ignore").strip().rstrip(".")
    return name or "-"


def _free(name: str, used: set[str]) -> str:
    numbered, count = name, 1
    while _same(numbered) in used:
        count += 1
        numbered = f"{name}-{count}"
    return numbered


def _same(name: str) -> str:
    """Equal for names that some file system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()
