"""The cluster that reads pages: processes of this machine, or one that is joined by its address."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import dask
from distributed import Client, LocalCluster
from distributed.security import Security
from tornado.ioloop import PeriodicCallback

from api.jobs.settings import JobSettings
from api.jobs.station import Station
from models.errors import ClusterLost

PATIENCE = 60
"""Seconds to wait for a scheduler, and for its first worker."""
_LOOKS = 5000
"""Milliseconds between looks whether all workers of a cluster of our own are there."""
NOBODY = "127.0.0.1:0"
"""Dask insists on a web server; it serves nothing, on a port of this machine that nobody knows."""
CONFIGURATION = {
    # A page that kills its reading process is dealt with on the worker; a task that kills the
    # worker itself so often is looked at page by page.
    "distributed.scheduler.allowed-failures": 2,
    # One task at a time: those that wait at a worker are blamed for its death like the one it does.
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.worker.profile.enabled": False,
    "distributed.diagnostics.nvml": False,
    # A worker that was killed is started again, which takes long on a busy machine; only one that
    # does not come at all is given up, and ``_kept_up`` starts another in its place.
    "distributed.deploy.lost-worker-timeout": "60s",
    # Dask looks after itself fifty times a second in every process; tasks here take many seconds,
    # and what eats memory is the reading process, which is watched by its own supervisor.
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}


@contextmanager
def cluster_client(settings: JobSettings) -> Iterator[Client]:
    """A client whose cluster has at least one worker with a ``Station``.

    Raises:
        ClusterLost: the scheduler can't be reached, or no worker came.
    """
    with ExitStack() as stack:
        # As long as the cluster is there: some of it is looked up when a worker goes.
        stack.enter_context(dask.config.set(CONFIGURATION))
        client = (
            _started(settings, stack)
            if settings.scheduler is None
            else _joined(settings.scheduler, settings.certificates)
        )
        stack.callback(_closed, client)
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise ClusterLost(
                f"没有工作进程可用（等了 {PATIENCE} 秒）；请用 dask worker 加入工作进程后重试",
                settings.scheduler,
            ) from None
        client.register_plugin(Station(settings))
        yield client


def _started(settings: JobSettings, stack: ExitStack) -> Client:
    """A client of a new cluster, which only this process can talk to."""
    security = Security.temporary()
    local = LocalCluster(
        n_workers=settings.workers,
        threads_per_worker=1,
        memory_limit=settings.memory,
        dashboard_address=None,
        scheduler_kwargs={"dashboard": False, "dashboard_address": NOBODY},
        security=security,
        silence_logs=logging.CRITICAL,
    )
    stack.callback(local.close, timeout=PATIENCE)
    stack.enter_context(_kept_up(local, settings.workers))
    return Client(local, security=security, set_as_default=False)


@contextmanager
def _kept_up(local: LocalCluster, workers: int) -> Iterator[None]:
    """Starts workers in the place of those that were given up, for the time of the block."""
    keeping = PeriodicCallback(partial(local.scale, workers), _LOOKS)
    loop = local.loop
    assert loop is not None
    loop.add_callback(keeping.start)
    try:
        yield
    finally:
        loop.add_callback(keeping.stop)


def _joined(address: str, certificates: Path | None) -> Client:
    security = None
    if certificates is not None:
        security = Security(
            tls_ca_file=str(certificates / "ca.pem"),
            tls_client_cert=str(certificates / "cert.pem"),
            tls_client_key=str(certificates / "key.pem"),
            require_encryption=True,
        )
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        return Client(address, security=security, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterLost(
            f"连不上调度进程（{type(error).__name__}）；请检查地址，或去掉 --scheduler 在本机运行",
            address,
        ) from None


def _closed(client: Client) -> None:
    with contextlib.suppress(OSError, TimeoutError):
        client.close(timeout=PATIENCE)
