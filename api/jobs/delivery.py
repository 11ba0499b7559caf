"""Sends a file to a worker that does not share its folder, in pieces, known by its hash."""

from __future__ import annotations

import hashlib
from threading import Lock

from distributed import Client

from api.jobs.station import changed, receive_piece
from extractor.intake.limits import MIB
from extractor.intake.opening import OpenedFile

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

        Raises:
            FileChanged: its contents are no longer those that were to be read.
        """
        with self._lock:
            digest = hashlib.sha256()
            with file.path.open("rb") as stream:
                offset, piece = 0, stream.read(PIECE)
                while piece:
                    digest.update(piece)
                    after = stream.read(PIECE)
                    wanted = self._client.run(
                        receive_piece,
                        self._station,
                        file.sha256,
                        offset,
                        piece,
                        not after,
                        workers=[worker],
                    )
                    if not wanted.get(worker, False):
                        # Another caller has just sent it, or the worker is gone.
                        return
                    offset, piece = offset + len(piece), after
            if digest.hexdigest() != file.sha256:
                raise changed(file.name)
