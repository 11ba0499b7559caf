"""How pages are read by many processes: how many, how long, how much memory."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError

from extractor.intake.limits import MIB, Limits
from extractor.settings import Settings, refused
from models.errors import InputError
from models.frozen import Frozen

PAGE_READER = "api.jobs.page_readers:page_reader"
RECORDED = "recorded"


class ReaderOrder(Frozen):
    """The first message to a reading process: which reader, and what it needs."""

    reader: str
    """``module:function`` that takes this order and gives a Reader."""
    engine: str
    weights: Path
    limits: Limits
    threads: int
    pictures: Path


class JobSettings(Frozen):
    """What a cluster and each of its reading processes need to know."""

    engine: str = "auto"
    weights: Path = Field(default_factory=lambda: Settings().weights)
    limits: Limits = Limits()
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1)
    """Processes of the cluster that is started here; without effect on one that is joined."""
    scheduler: str | None = None
    """HEYAN_SCHEDULER: the address of a cluster to join; None starts one of this machine's cores."""
    certificates: Path | None = None
    """HEYAN_CERTIFICATES: folder of ``ca.pem``, ``cert.pem``, ``key.pem`` for a ``tls://`` scheduler."""
    memory: int = Field(default=2048 * MIB, gt=0)
    """HEYAN_WORKER_MEMORY: bytes a reading process may take; the page that exceeds them fails."""
    recycle_memory: int = Field(default=1280 * MIB, gt=0)
    """Bytes from which a reading process is replaced after its page; what grows is given back."""
    pages_per_process: int = Field(default=400, ge=0)
    """HEYAN_PAGES_PER_PROCESS: pages after which a reading process is replaced; 0 keeps it."""
    page_seconds: float = Field(default=180.0, gt=0)
    """HEYAN_PAGE_SECONDS: how long a page may work, and how long it may wait for nothing."""
    start_seconds: float = Field(default=180.0, gt=0)
    """How long a reading process may take to load its models."""
    attempts: int = Field(default=2, ge=1)
    """How often a page is tried that crashes, hangs or exceeds the memory."""
    reader: str = PAGE_READER
    """``module:function`` that makes the reader of a process; a seam for doubles that fail."""

    @property
    def threads(self) -> int:
        """Threads of inference of each process: the cores shared out, one where others run them."""
        if self.scheduler is not None:
            return 1
        return max(1, len(os.sched_getaffinity(0)) // self.workers)

    def order(self, pictures: Path) -> ReaderOrder:
        """What a reading process is told; ``pictures``: the folder where it leaves them."""
        return ReaderOrder(
            reader=self.reader,
            engine=self.engine,
            weights=self.weights,
            limits=self.limits,
            threads=self.threads,
            pictures=pictures,
        )

    @classmethod
    def of(cls, settings: Settings, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings of the commands, with the variables that only concern jobs."""
        given: dict[str, object] = {
            "engine": settings.engine,
            "weights": settings.weights.absolute(),
            "limits": Limits(pages=settings.max_pages),
            "workers": settings.workers,
        }
        for variable, name in _VARIABLES.items():
            if environment.get(variable):
                given[name] = environment[variable]
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            name, asked = refused(error)
            variable = next((each for each, of in _VARIABLES.items() if of == name), name)
            raise InputError(f"环境变量 {variable} 的值不可用：{asked}") from None


_VARIABLES = {
    "HEYAN_SCHEDULER": "scheduler",
    "HEYAN_CERTIFICATES": "certificates",
    "HEYAN_WORKER_MEMORY": "memory",
    "HEYAN_RECYCLE_MEMORY": "recycle_memory",
    "HEYAN_PAGES_PER_PROCESS": "pages_per_process",
    "HEYAN_PAGE_SECONDS": "page_seconds",
}
