"""Sends a file to a worker that does not share its folder, in pieces, known by its hash."""

from __future__ import annotations

import hashlib
from threading import Lock

from distributed import Client

from api.jobs.station import changed, receive_piece
from extractor.intake.limits import MIB
from extractor.intake.opening import OpenedFile
from models.errors import OutputNotWritable

PIECE = 4 * MIB


class Delivery:
    """Files on their way to workers; each worker is sent a file by one caller at a time."""

    def __init__(self, client: Client, station: str) -> None:
        """``station``: the name of the workers' plugin."""
        self._client = client
        self._station = station
        self._lock = Lock()

    def deliver(self, file: OpenedFile, worker: str) -> None:
        """Sends the file to the worker of that address.

        Nothing is sent to a worker that is gone: another is asked to read and says what it lacks.

        Raises:
            FileChanged: its contents are no longer those that were to be read.
            OutputNotWritable: the worker can't write it.
        """
        with self._lock:
            digest = hashlib.sha256()
            with file.path.open("rb") as stream:
                offset, piece = 0, stream.read(PIECE)
                while piece:
                    digest.update(piece)
                    after = stream.read(PIECE)
                    if not self._sent(worker, file.sha256, offset, piece, not after):
                        return
                    offset, piece = offset + len(piece), after
            if digest.hexdigest() != file.sha256:
                raise changed(file.name)

    def _sent(self, worker: str, sha256: str, offset: int, piece: bytes, last: bool) -> bool:
        """Whether the worker took the piece and wants more of the file."""
        try:
            took = self._client.run(
                receive_piece, self._station, sha256, offset, piece, last, workers=[worker]
            )
        except OSError as error:
            # What the worker's system says has a number; a connection that broke has none.
            if error.errno is None:
                return False
            raise OutputNotWritable(
                f"工作节点 {worker} 写不下送去的文件（{error.strerror}）；请在该机器上腾出空间后重试"
            ) from error
        # Another caller has sent it meanwhile where the worker wants no more.
        return bool(took[worker])
